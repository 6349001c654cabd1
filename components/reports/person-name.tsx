type PersonNameProps = { readonly name: string; readonly realName: string | null };

/** The real name where the roster has one, and the nickname by which the room knows the student. */
export function PersonName({ name, realName }: PersonNameProps) {
  if (realName === null) return name;
  return (
    <>
      {realName} <span className="inline-block font-normal text-muted">{name}</span>
    </>
  );
}
