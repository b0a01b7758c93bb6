import { type ComponentProps, useId } from 'react';
import { FieldFrame } from './field-frame';

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string;
}

type InputProps = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps>;
type AreaProps = FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps>;

export function TextField({ label, hint, error, onChange, ...input }: InputProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {(description) => (
        <input {...input} {...description} id={id} onChange={(event) => onChange(event.target.value)} />
      )}
    </FieldFrame>
  );
}

export function TextArea({ label, hint, error, onChange, ...area }: AreaProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      {(description) => (
        <textarea {...area} {...description} id={id} onChange={(event) => onChange(event.target.value)} />
      )}
    </FieldFrame>
  );
}
