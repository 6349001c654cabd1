/** Segments from before the connection, and ends that know nothing of each other: RFC 9293 §3.5, Figures 8 to 11. */
import { ESTABLISHED, LISTENING, written } from './written.ts';

export const OLD_SEGMENTS = written(`
scenario old-duplicate-syn
level 3
leg ${LISTENING}
  delay next from client
  client opens
  inject SYN to server seq PEER.ISS-10
  release all from client
  new connection
  client opens
leg
  client opens
  new connection ${LISTENING}
  delay next from client
  client opens
  inject SYN to server seq PEER.ISS-10

scenario two-listeners
level 3
leg
  client listens
  server listens
  inject SYN to server seq 90
  inject RST to client seq 60
  inject SYN to client seq 40
  inject FIN to server seq 91
leg
  server listens
  client listens
  inject FIN to server seq 91
  inject SYN to client seq 40
  inject SYN to server seq 90
  inject RST to client seq 60

scenario half-open
level 3
leg ${ESTABLISHED}
  client crashes
  client opens
  server listens
  client retransmits
  new connection ${ESTABLISHED}
  client crashes
  server sends
leg ${ESTABLISHED}
  client crashes
  server sends
  new connection ${ESTABLISHED}
  client crashes
  client opens
  server listens
  client retransmits

scenario old-syn-in-time-wait
level 3
leg ${ESTABLISHED}
  server closes
  client closes
  inject SYN to server seq RCV.NXT+1000
  server waits 2msl
leg ${ESTABLISHED}
  server closes
  client closes early
  inject SYN to server seq RCV.NXT+1000
  server waits 2msl

scenario new-syn-in-time-wait
level 3
leg ${ESTABLISHED}
  server closes
  client closes
  client opens
  settle
leg ${ESTABLISHED}
  server closes
  client closes early
  client opens
  settle

scenario time-wait-assassination
level 3
leg ${ESTABLISHED}
  client closes
  server closes
  lose next from client
  inject ACK to client seq RCV.NXT ack SND.NXT len 20
  inject ACK to client seq RCV.NXT-30 ack SND.NXT len 20
leg ${ESTABLISHED}
  client closes
  server closes early
  lose next from client
  inject ACK to client seq RCV.NXT ack SND.NXT len 20
  inject ACK to client seq RCV.NXT-30 ack SND.NXT len 20
`);
