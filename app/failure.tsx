'use client';

import { FailureNotice } from '#components/pages/failure-notice.tsx';
import { Notices } from '#components/pages/notices.tsx';
import { lastReport } from './reports.ts';
import { useStore } from './store.ts';

/** On every page: what the host answered with a number to report. */
export function Failure() {
  const report = useStore(lastReport);
  return report === null ? null : (
    <Notices>
      <FailureNotice report={report} onClose={() => lastReport.set(null)} />
    </Notices>
  );
}
