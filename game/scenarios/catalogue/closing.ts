/** Closing, with and without faults: RFC 9293 §3.6, Figures 12 and 13. */
import { ESTABLISHED, LISTENING, written } from './written.ts';

export const CLOSING = written(`
scenario four-segment-close-client-first
level 1
leg ${LISTENING}
  client opens
  client closes
  server closes
  client waits 2msl
leg ${LISTENING}
  client opens
  client closes
  server closes early
  client waits 2msl

scenario four-segment-close-server-first
level 1
leg ${LISTENING}
  client opens
  server closes
  client closes
  server waits 2msl
leg ${LISTENING}
  client opens
  server closes
  client closes early
  server waits 2msl

scenario three-segment-close
level 1
leg ${ESTABLISHED}
  client sends
  server sends
  server closes at FIN
  client closes
  client waits 2msl
leg ${ESTABLISHED}
  server sends
  client sends
  server closes at FIN
  client closes
  client waits 2msl

scenario half-close
level 1
leg ${ESTABLISHED}
  client closes
  server sends
  server closes
  client waits 2msl
leg ${ESTABLISHED}
  client closes
  server sends early
  server closes
  client waits 2msl

scenario never-closes
level 1
leg ${LISTENING}
  client opens
  client closes
  server sends
leg ${LISTENING}
  client opens
  server sends
  client closes

scenario simultaneous-close
level 2
leg ${LISTENING}
  client opens
  both close
  client waits 2msl
  server waits 2msl
leg ${LISTENING}
  client opens
  both close
  server waits 2msl
  client waits 2msl

scenario simultaneous-close-one-fin-ack
level 3
leg ${ESTABLISHED}
  lose next from server
  lose next from server
  both close
  server retransmits
  client waits 2msl
  server waits 2msl
leg ${ESTABLISHED}
  lose next from server
  lose next from server
  both close
  server retransmits
  server waits 2msl
  client waits 2msl

scenario simultaneous-close-ahead-of-data
level 3
leg ${ESTABLISHED}
  delay next from client
  client sends
  both close
  release all from client
  client waits 2msl
  server waits 2msl
leg ${ESTABLISHED}
  delay next from client
  client sends
  both close
  release all from client
  server waits 2msl
  client waits 2msl

scenario fin-with-data
level 2
leg ${LISTENING}
  client opens
  server sends early
  server closes early
  client closes
  server waits 2msl
leg ${LISTENING}
  client opens
  delay next from client
  server sends
  server closes
  release all from client
  client closes
  server waits 2msl

scenario fin-behind-data
level 3
leg ${LISTENING}
  client opens
  delay next from client
  server sends early
  server closes early
  inject ACK to server seq RCV.NXT ack SND.NXT window 0
leg ${LISTENING}
  client opens
  delay next from client
  server sends
  server closes
  inject ACK to server seq RCV.NXT ack SND.NXT window 0

scenario fin-completes-handshake
level 3
leg ${LISTENING}
  client opens
  lose next from client
  server sends early
  server closes early
  client closes
  client waits 2msl
leg ${LISTENING}
  client opens
  lose next from client
  server sends
  server closes
  client closes
  client waits 2msl

scenario fin-out-of-order
level 2
leg ${ESTABLISHED}
  reorder next from client
  client sends
  client closes early
  server closes
  client waits 2msl
leg ${ESTABLISHED}
  reorder next from client
  client sends
  client closes early
  server closes early
  client waits 2msl

scenario lost-fin
level 2
leg ${ESTABLISHED}
  lose next from client
  client closes
  client retransmits
  server closes
  client waits 2msl
leg ${ESTABLISHED}
  lose next from client
  client closes
  client retransmits
  server closes early
  client waits 2msl

scenario lost-ack-of-fin
level 2
leg ${ESTABLISHED}
  lose next from server
  client closes
  client retransmits
  server closes
  client waits 2msl
leg ${ESTABLISHED}
  lose next from server
  client closes
  client retransmits
  server closes early
  client waits 2msl

scenario lost-last-ack
level 2
leg ${ESTABLISHED}
  client closes
  lose next from client
  server closes
  server retransmits
  client waits 2msl
leg ${ESTABLISHED}
  client closes
  lose next from client
  server closes early
  server retransmits
  client waits 2msl

scenario two-msl
level 2
leg ${ESTABLISHED}
  client closes
  server closes
  inject ACK to client seq RCV.NXT-1 ack SND.NXT
  client waits 2msl
leg ${ESTABLISHED}
  client closes
  server closes early
  inject ACK to client seq RCV.NXT-1 ack SND.NXT
  client waits 2msl

scenario after-the-fin
level 3
leg ${ESTABLISHED}
  server closes
  inject ACK to client seq RCV.NXT ack SND.NXT len 20
  inject FIN,ACK to client seq RCV.NXT ack SND.NXT
  client closes
  server waits 2msl
leg ${ESTABLISHED}
  server closes
  inject FIN,ACK to client seq RCV.NXT ack SND.NXT
  inject ACK to client seq RCV.NXT ack SND.NXT len 20
  client closes
  server waits 2msl

scenario whole-life
level 1
leg ${LISTENING}
  client opens
  client sends
  client closes at FIN
  server closes
  server waits 2msl
leg ${LISTENING}
  client opens
  client sends
  client closes at FIN
  server closes early
  server waits 2msl
`);
