/** Data: both ways, lost, twice, out of order, and to an end that does not take it. RFC 9293 §3.4, §3.8. */
import { ESTABLISHED, written } from './written.ts';

export const DATA = written(`
scenario data-both-ways
level 1
leg ${ESTABLISHED}
  client sends
  server sends
  client sends
leg ${ESTABLISHED}
  server sends
  client sends early
  client sends

scenario lost-data
level 2
leg ${ESTABLISHED}
  lose next from client
  client sends
  client retransmits
  server sends
  client sends
leg ${ESTABLISHED}
  client sends
  server sends
  wait
  lose next from client
  client sends
  client retransmits

scenario lost-ack-of-data
level 2
leg ${ESTABLISHED}
  server sends
  lose next from server
  client sends
  client retransmits
leg ${ESTABLISHED}
  lose next from server
  client sends
  client retransmits
  server sends

scenario duplicate-data
level 2
leg ${ESTABLISHED}
  duplicate next from client
  client sends
  server sends
leg ${ESTABLISHED}
  server sends
  wait
  duplicate next from client
  client sends

scenario out-of-order-data
level 2
leg ${ESTABLISHED}
  reorder next from client
  client sends
  client sends early
  server sends
leg ${ESTABLISHED}
  server sends
  wait
  reorder next from client
  client sends
  client sends early

scenario data-to-closed
level 2
leg ${ESTABLISHED}
  lose next from client
  client aborts
  server sends
  settle
  new connection ${ESTABLISHED}
  lose next from server
  server aborts
  client sends
  settle
leg ${ESTABLISHED}
  lose next from server
  server aborts
  client sends
  settle
  new connection ${ESTABLISHED}
  lose next from client
  client aborts
  server sends
  settle

scenario zero-window
level 3
leg ${ESTABLISHED}
  client sends
  inject ACK to server seq RCV.NXT ack SND.NXT window 0
  server sends 1
  server closes
  server retransmits
leg ${ESTABLISHED}
  inject ACK to server seq RCV.NXT ack SND.NXT window 0
  server sends 1
  server closes
  server retransmits
  client sends

scenario zero-window-half-closed
level 3
leg ${ESTABLISHED}
  client closes
  inject ACK to server seq RCV.NXT ack SND.NXT window 0
  server sends 1
  server closes
  server retransmits
leg ${ESTABLISHED}
  client closes
  inject ACK to server seq RCV.NXT ack SND.NXT window 0 early
  server sends 1
  server closes
  server retransmits
`);
