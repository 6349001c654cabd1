/** Which column of a roster is what, by its heading: as people write it, and as Canvas, Moodle and Chinese registries do. */
import type { RosterColumn } from '#protocol/classes.ts';

/** Without capitals, spaces, signs and what stands in brackets. Of several that a file has, the first of these counts. */
const HEADINGS: Readonly<Record<RosterColumn, readonly string[]>> = {
  name: ['fullname', 'studentname', 'name', 'student', 'displayname', '姓名', '学生姓名', '真实姓名', '學生姓名', '名字', '学生'],
  givenName: ['firstname', 'givenname', 'forename', '名'],
  familyName: ['lastname', 'familyname', 'surname', '姓', '姓氏'],
  email: [
    ...['email', 'emailaddress', 'studentemail', 'mail', 'mailaddress'],
    ...['邮箱', '电子邮箱', '电子邮件', '邮箱地址', '电子邮件地址', '电子邮箱地址', '邮件地址', '邮件', '電子郵件', '電子信箱'],
  ],
  number: [
    ...['studentid', 'studentnumber', 'studentno', 'idnumber', 'sisuserid', 'matriculationnumber', 'rollnumber', 'id'],
    ...['学号', '学生学号', '学生编号', '学籍号', '学生证号', '學號'],
  ],
};

/** Where each column is; absent ones are not there. */
export type Columns = Partial<Readonly<Record<RosterColumn, number>>>;

export function findColumns(headings: readonly string[]): Columns {
  const plain = headings.map(plainOf);
  const found = Object.entries(HEADINGS).map(([column, spellings]) => {
    const spelling = spellings.find((one) => plain.includes(one));
    return [column, spelling === undefined ? -1 : plain.indexOf(spelling)] as const;
  });
  return Object.fromEntries(found.filter(([, place]) => place >= 0));
}

function plainOf(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)|\[.*?\]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The name in a row: whole, or made of its two parts, a Chinese one without a space. */
export function nameIn(cells: readonly string[], { name, givenName, familyName }: Columns): string {
  const cell = (place: number | undefined) => (place === undefined ? '' : (cells[place] ?? ''));
  if (name !== undefined) return cell(name);
  const [given, family] = [cell(givenName), cell(familyName)];
  const isChinese = /^\p{Script=Han}+$/u.test(family + given);
  return isChinese ? family + given : `${given} ${family}`.trim();
}

export function hasName({ name, givenName, familyName }: Columns): boolean {
  return name !== undefined || (givenName !== undefined && familyName !== undefined);
}
