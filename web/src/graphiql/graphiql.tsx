import 'graphiql/setup-workers/vite';
import { createRoot } from 'react-dom/client';
import { startSession } from '../session/restore-session';
import { Explorer } from './explorer';
import 'graphiql/style.css';
import './graphiql.css';

startSession();

const root = document.getElementById('graphiql');
if (!root) throw new Error('graphiql.html has no element with the id "graphiql".');
createRoot(root).render(<Explorer />);
