import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Words } from '../words.tsx';
import { Gate } from './gate.tsx';
import { Home } from './home.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('instructor'))('title') };
}

export default function InstructorHomePage() {
  return (
    <Words names={['instructor']}>
      <Gate>
        <Home />
      </Gate>
    </Words>
  );
}
