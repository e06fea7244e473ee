// Brings the database named on the command line up to date and prints the names of what it applied.
import { openDatabase } from '../../server/store/database.ts'
import { migrate } from '../../server/store/migrate.ts'

const db = openDatabase(process.argv[2])
for (const name of migrate(db)) console.log(name)
db.close()
