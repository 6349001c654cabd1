/** Opening a connection, with and without faults: RFC 9293 §3.5, Figures 6 and 7. */
import { LISTENING, written } from './written.ts';

export const OPENING = written(`
scenario three-way-handshake
level 1
leg
  server listens
  client opens
  client sends
  server sends
leg
  server listens
  client opens
  server sends
  client sends

scenario connection-refused
level 1
leg
  client opens
  new connection
  server listens
  client opens
  client aborts
leg
  server listens
  client opens
  client aborts
  new connection
  client opens

scenario simultaneous-open
level 2
leg
  both open
  client sends
  server sends
leg
  both open
  server sends
  client sends

scenario lost-syn
level 2
leg ${LISTENING}
  lose next from client
  client opens
  client retransmits
  client sends
  server sends
leg ${LISTENING}
  lose next from client
  client opens
  client retransmits
  server sends
  client sends

scenario lost-syn-ack
level 2
leg ${LISTENING}
  lose next from server
  client opens
  client retransmits
  server retransmits
leg ${LISTENING}
  lose next from server
  client opens
  delay next from server
  server retransmits
  client retransmits

scenario lost-third-ack
level 2
leg ${LISTENING}
  client opens
  lose next from client
  server retransmits
  client sends
  server sends
leg ${LISTENING}
  client opens
  lose next from client
  server retransmits
  server sends
  client sends

scenario lost-third-ack-data
level 2
leg ${LISTENING}
  client opens
  lose next from client
  client sends
  client sends
  server sends
leg ${LISTENING}
  client opens
  lose next from client
  client sends
  server sends
  client sends

scenario unfinished-handshake
level 2
leg ${LISTENING}
  client opens
  lose next from client
  lose next from client
  client sends
  lose next from server
  server retransmits
  lose next from client
  client retransmits
  lose next from server
  server retransmits
  client gives up
leg ${LISTENING}
  client opens
  lose next from client
  wait
  lose next from server
  server retransmits
  lose next from server
  server retransmits
  lose next from client
  client sends
  lose next from client
  client retransmits
  client gives up

scenario close-before-established
level 2
leg
  server listens
  server closes
  client opens
  new connection ${LISTENING}
  client opens
  client closes early
leg ${LISTENING}
  client opens
  client closes early
  new connection
  server listens
  server closes
  client opens

scenario close-in-syn-rcvd
level 2
leg ${LISTENING}
  client opens
  server closes early
  client closes
  server waits 2msl
leg ${LISTENING}
  client opens
  server closes early
  client closes early
  server waits 2msl

scenario send-before-established
level 2
leg ${LISTENING}
  client opens
  client sends early
  server sends early
leg ${LISTENING}
  delay next from server
  client opens
  server sends
  client sends

scenario send-on-listen
level 3
leg
  tell
  client listens
  server listens
  ask
  server sends
  new connection
  tell
  client listens
  server listens
  ask
  server opens
leg
  tell
  client listens
  server listens
  ask
  server opens
  new connection
  tell
  client listens
  server listens
  ask
  server sends

scenario send-on-listen-crossed
level 3
leg ${LISTENING}
  delay next from client
  client opens
  delay next from server
  server sends
  release all from client
  server closes early
  settle
leg ${LISTENING}
  delay next from server
  server sends
  delay next from client
  client opens
  release all from client
  server closes early
  settle
`);
