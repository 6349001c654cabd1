import { getTranslations } from 'next-intl/server';
import type { ComponentProps, ReactNode } from 'react';
import { AdminTabs, type AdminTab } from '#components/admin/admin-tabs.tsx';
import { Gate } from '../instructor/gate.tsx';
import { Words } from '../words.tsx';

type AdminPageProps = {
  readonly tab: AdminTab;
  /** Those that the part needs besides. */
  readonly names?: ComponentProps<typeof Words>['names'];
  readonly children: ReactNode;
};

/** Around each part of the administration. */
export async function AdminPage({ tab, names = [], children }: AdminPageProps) {
  const t = await getTranslations('admin');
  return (
    <Words names={['instructor', 'admin', ...names]}>
      <Gate forAdmins title={t('title')}>
        <AdminTabs current={tab} />
        {children}
      </Gate>
    </Words>
  );
}
