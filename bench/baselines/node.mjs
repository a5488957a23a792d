// A bare Socket.IO 4 server that stores nothing: node node.mjs PORT VIEW.json
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const [port, viewFile] = process.argv.slice(2)
const view = JSON.parse(readFileSync(viewFile, 'utf8'))
const http = createServer()
const io = new Server(http, { cors: { origin: '*' } })
const phones = io.of('/participant')

phones.on('connection', (socket) => {
  socket.join(socket.handshake.auth.room)
  socket.emit('view', view)
  socket.on('answer', (sent) => socket.emit('done', { id: sent.id }))
})

io.of('/facilitator').on('connection', (socket) => {
  socket.emit('view', view)
  socket.on('next_step', (sent) => {
    view.version += 1
    phones.to(socket.handshake.auth.room).emit('view', view)
    socket.emit('done', { id: sent.id })
  })
})

http.listen({ port: Number(port), host: '127.0.0.1', backlog: 4096 })
