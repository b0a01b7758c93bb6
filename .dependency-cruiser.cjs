// Who may import whom. It looks at the compiled files, in which imports of types alone have vanished.
const modules = '^dist/src/modules/([^/]+)/';

/** Everything below `from` may import the places in `to`, packages, and nothing else of ours. */
const only = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^dist/', pathNot: to },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('core-stands-alone', '^dist/src/core/', '^dist/src/core/'),
    only('platform', '^dist/src/platform/', '^dist/src/(platform|core)/'),
    only('main', '^dist/src/main\\.js', '^dist/src/(config|core/|server/)'),
    only('cli', '^dist/src/cli[./]', '^dist/src/(config|cli/|core/|db/|server/)'),
    only('config', '^dist/src/config\\.js', '^dist/src/core/'),
    only(
      'server',
      '^dist/src/server/',
      '^dist/src/(server|db|read|modules|platform|core)/|^dist/src/(context|config)\\.js',
    ),
    only('db', '^dist/src/db/', '^dist/src/(db|core)/|\\.entity\\.js$'),
    only('context', '^dist/src/context\\.js', '^dist/src/core/|\\.loader\\.js$'),
    {
      name: 'modules',
      comment: 'A module sees its own files, and entities, policies and services of others.',
      severity: 'error',
      from: { path: modules },
      to: {
        path: '^dist/',
        pathNot: '^dist/src/(core|read|platform)/|^dist/src/modules/$1/|\\.(entity|policy|service)\\.js$',
      },
    },
    layer('service', 'resolver'),
    layer('policy', 'service|resolver|loader|input'),
    layer('entity', 'policy|service|resolver|loader|input'),
  ],
  options: { doNotFollow: { path: 'node_modules' } },
};

/** Inside a module: resolver → service → policy → entity. */
function layer(lower, higher) {
  return {
    name: `${lower}-below`,
    severity: 'error',
    from: { path: `\\.${lower}\\.js$` },
    to: { path: `\\.(${higher})\\.js$` },
  };
}
