import { type ReactNode, useId } from 'react';

type CardProps = {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
  readonly className?: string;
};

export function Card({ title, text, children, className = '' }: CardProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`card flex min-w-0 flex-col gap-4 p-5 ${className}`}>
      <div className="flex flex-col gap-1">
        <h2 id={id} className="text-lg font-bold">
          {title}
        </h2>
        {text ? <p className="text-sm text-muted">{text}</p> : null}
      </div>
      {children}
    </section>
  );
}
