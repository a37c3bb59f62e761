import Foundation
import Greenroom
import Interviews
import TerminalClient

/// An interview that was left, and how to get back to it.
struct KeptSeat: Codable {
    /// What beside the server's address it takes to connect.
    struct Place: Codable {
        /// Of the server within the program.
        var data: String
        var banks: [String]
        var certificateAuthority: String?
    }

    var note: SeatNote
    var place: Place
}

/// Where the secrets of seats are kept between two runs: files that their owner alone can read.
struct SeatFolder {
    let path: String

    static var standard: SeatFolder { SeatFolder(path: StateFolder.path + "/seats") }

    func keep(_ seat: KeptSeat) {
        do {
            try StateFolder.write(try JSONEncoder().encode(seat), to: file(of: seat.note.interview))
        } catch {
            Terminal.complain(
                "greenroom: \(path) cannot be written: the interview cannot be gone on with later")
        }
    }

    func forget(_ interview: InterviewID) {
        try? FileManager.default.removeItem(atPath: file(of: interview))
    }

    /// The one that was left last.
    /// - Parameters:
    ///   - server: only of this one; nil for any.
    ///   - code: only in the room with this code; nil for any.
    func latest(server: String?, code: RoomCode? = nil) -> KeptSeat? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let seats = names.compactMap { name -> (Date, KeptSeat)? in
            let file = path + "/" + name
            guard name.hasSuffix(".json"), let data = FileManager.default.contents(atPath: file),
                let seat = try? JSONDecoder().decode(KeptSeat.self, from: data),
                server == nil || seat.note.server == server, code == nil || seat.note.code == code,
                let date = try? FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date
            else { return nil }
            return (date, seat)
        }
        return seats.max { $0.0 < $1.0 }?.1
    }

    private func file(of interview: InterviewID) -> String { "\(path)/\(interview).json" }
}
