import Greenroom
import Interviews
import Transcripts
import WebSockets
import Wire

/// What may come next.
enum Happening {
    // On its way to a server.
    case takes(Hub.Input, Server.Life)
    /// Others say how far interviews have come.
    case hearsNews([InterviewID: Int], server: Int)

    // Between a server and the log.
    case begins([Append], Server.Life)
    case commits(Database.Transaction, Fate, Server.Life)
    case written([Append], Result<[Appended], StoreError>, Server.Life)
    case reads(Hub.Effect, Server.Life)
    /// A second has passed.
    case looks(Server.Life)
    case isAsked([InterviewID], Server.Life)
    case hasLooked([InterviewID: Int], Server.Life)

    // Between people and servers.
    case connects(Link)
    case says(ClientMessage, Link)
    case hears(Told, Link)
    /// The server learns that nobody is there any more.
    case misses(Link)

    case acts(person: Int)
    case returns(person: Int)
    case repeats(ClientMessage, Link)
    case starts(server: Int)
}

/// What becomes of a commit.
enum Fate {
    case heard
    /// Nothing is kept, and the server is told that it failed.
    case failed
    /// It is kept, and the server is told that it failed.
    case unheard
    /// The server has been told that it failed, and now it is kept.
    case late
}

/// One connection of one person to one life of a server.
struct Link: Hashable {
    var person: Int
    var life: Server.Life
    var serial: Int

    var id: ConnectionID { ConnectionID(place: UInt32(serial), generation: 1) }
}
