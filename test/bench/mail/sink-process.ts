// A mail server that takes everything and keeps nothing, in a process of its own. Prints its port.
import { startScriptedServer } from '../../support/smtp/scripted-server.ts'

const { port, seen } = await startScriptedServer({})
console.log(port)
setInterval(() => seen.splice(0), 1_000)
