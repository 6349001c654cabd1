/** ABORT in every state, and resets that arrive: RFC 9293 §3.5.2, §3.5.3, §3.10.5. */
import { ESTABLISHED, LISTENING, written } from './written.ts';

export const ABORTING = written(`
scenario abort
level 1
leg ${LISTENING}
  client opens
  client aborts
  new connection ${LISTENING}
  client opens
  server aborts
leg ${LISTENING}
  client opens
  server aborts
  new connection ${LISTENING}
  client opens
  client aborts

scenario abort-before-established
level 2
leg
  server listens
  server aborts
  client opens
  new connection ${LISTENING}
  client opens
  client aborts early
leg ${LISTENING}
  client opens
  client aborts early
  new connection
  server listens
  server aborts
  client opens

scenario abort-in-syn-rcvd
level 2
leg ${LISTENING}
  client opens
  server aborts early
  settle
  new connection
  client opens
leg
  client opens
  new connection ${LISTENING}
  client opens
  server aborts early
  settle

scenario abort-while-closing
level 2
leg ${ESTABLISHED}
  client closes
  client aborts
  settle
  new connection ${ESTABLISHED}
  server closes
  client aborts
  settle
leg ${ESTABLISHED}
  server closes
  client aborts
  settle
  new connection ${ESTABLISHED}
  client closes
  client aborts
  settle

scenario abort-in-fin-wait-1
level 3
leg ${ESTABLISHED}
  lose next from client
  client closes
  client aborts
  settle
  new connection
  client opens
leg
  client opens
  new connection ${ESTABLISHED}
  lose next from client
  client closes
  client aborts
  settle

scenario abort-in-last-ack
level 2
leg ${ESTABLISHED}
  server closes
  client closes
  client aborts early
  settle
leg ${ESTABLISHED}
  server closes
  client closes early
  client aborts early
  settle

scenario abort-in-closing
level 3
leg ${ESTABLISHED}
  both close
  delay next from client
  inject ACK to server seq RCV.NXT ack SND.UNA len 20
  server aborts
  client aborts
leg ${ESTABLISHED}
  both close
  delay next from client
  client aborts
  inject ACK to server seq RCV.NXT ack SND.UNA len 20
  server aborts
`);

export const RESETS = written(`
scenario bad-ack-in-syn-sent
level 3
leg ${LISTENING}
  delay next from client
  client opens
  inject SYN,ACK to client seq 50 ack ISS
  inject RST,ACK to client seq 0 ack ISS
  inject RST to client seq 0
  inject ACK to client seq 50 ack SND.NXT
leg ${LISTENING}
  delay next from client
  client opens
  inject RST to client seq 0
  inject ACK to client seq 50 ack SND.NXT
  inject SYN,ACK to client seq 50 ack ISS
  inject RST,ACK to client seq 0 ack ISS

scenario bad-ack-in-syn-rcvd
level 3
leg ${LISTENING}
  delay next from server
  client opens
  inject ACK to server seq RCV.NXT ack SND.NXT+100
  inject FIN to server seq RCV.NXT
  inject ACK to server seq RCV.NXT-50 ack SND.NXT+100
  release all from server
  client sends
leg ${LISTENING}
  delay next from server
  client opens
  inject FIN to server seq RCV.NXT
  inject ACK to server seq RCV.NXT-50 ack SND.NXT+100
  inject ACK to server seq RCV.NXT ack SND.NXT+100
  release all from server
  client sends

scenario back-to-listen
level 3
leg ${LISTENING}
  delay next from server
  client opens
  inject RST to server seq RCV.NXT
  release all from server
  new connection ${LISTENING}
  delay next from server
  client opens
  inject SYN to server seq RCV.NXT+100
leg ${LISTENING}
  delay next from server
  client opens
  inject SYN to server seq RCV.NXT+100
  release all from server
  new connection ${LISTENING}
  delay next from server
  client opens
  inject RST to server seq RCV.NXT

scenario reset-in-syn-rcvd
level 3
leg
  both open
  lose next from client
  lose next from server
  inject RST to server seq RCV.NXT
  client retransmits
leg
  both open
  lose next from client
  lose next from server
  delay next from client
  client retransmits
  inject RST to server seq RCV.NXT

scenario reset-window
level 3
leg ${ESTABLISHED}
  inject RST to server seq RCV.NXT-1
  inject RST to server seq RCV.NXT+1
  inject RST to server seq RCV.END-1
  inject RST to server seq RCV.END
  inject RST to server seq RCV.NXT
  client sends
leg ${ESTABLISHED}
  inject RST to server seq RCV.END
  inject RST to server seq RCV.END-1
  inject RST to server seq RCV.NXT-1
  inject RST to server seq RCV.NXT+1
  inject RST to server seq RCV.NXT
  client sends

scenario syn-in-established
level 3
leg ${ESTABLISHED}
  inject SYN to server seq RCV.NXT
  client sends
  inject SYN to server seq PEER.ISS
  server sends
leg ${ESTABLISHED}
  inject SYN to server seq PEER.ISS
  server sends
  inject SYN to server seq RCV.NXT
  client sends

scenario forged-acks
level 3
leg ${ESTABLISHED}
  inject ACK to server seq RCV.NXT ack SND.NXT+1000
  client sends
  inject FIN to server seq RCV.NXT
  server sends
leg ${ESTABLISHED}
  inject FIN to server seq RCV.NXT
  server sends
  inject ACK to server seq RCV.NXT ack SND.NXT+1000
  client sends

scenario reset-while-closing
level 3
leg ${ESTABLISHED}
  server closes
  wait
  delay next from client
  client closes
  inject RST to client seq RCV.NXT
  settle
leg ${ESTABLISHED}
  delay next from client
  server closes
  delay next from client
  client closes
  inject RST to client seq RCV.NXT
  settle
`);
