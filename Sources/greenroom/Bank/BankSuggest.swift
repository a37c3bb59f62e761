import ArgumentParser
import Foundation
import Interviews
import Marking
import QuestionBank
import Transcripts

/// `greenroom bank suggest`
struct BankSuggest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Turns candidates' rulings (\u{201c}I did say that\u{201d}) into phrasings for the bank.",
        discussion: """
            Prints a patch for the bank's files, to be read and then applied with `patch -p1` in the bank's folder; \
            it applies nothing itself. Rulings that cannot be made into a phrasing are listed on standard error: \
            nothing was marked, the marked words are too many, or the key point is no longer there. What readers have \
            flagged stands there too.
            """)

    @OptionGroup var options: BankOptions

    @Option(help: "The folder where transcripts are kept; a server may be using it.")
    var data = Environment.string("DATA") ?? DefaultFolders.data

    @Option(help: StoreOption.help)
    var store: String?

    @Argument(help: "Folders or files with the bank.")
    var folders: [String] = []

    /// More words than this are an answer, not a phrasing.
    private static let maximumWords = 14

    func run() throws {
        let loaded = try options.load(folders)
        var patches: [String: PhrasingPatch] = [:]
        var seen: Set<String> = []
        for ruling in try rulings() {
            guard let question = loaded.bank.question(id: ruling.question.id),
                let point = question.keyPoints.first(where: { $0.id == ruling.keyPoint.id })
            else {
                Terminal.complain("\(ruling.question.id): \(ruling.keyPoint.head): not in this bank any more")
                continue
            }
            let place = "\(question.source): \(point.head)"
            let phrasings = ruling.words.compactMap(Self.phrasing)
            if phrasings.isEmpty {
                let reason =
                    ruling.words.isEmpty ? "no words were marked" : "the marked words are no phrasing"
                Terminal.complain("\(place): \(reason)")
            }
            for phrasing in phrasings {
                let isKnown = Self.says(phrasing, point, of: question)
                guard !isKnown, seen.insert("\(place): \(phrasing.lowercased())").inserted else { continue }
                let addition = PhrasingPatch.Addition(
                    line: question.source.line, head: point.head, phrasing: phrasing)
                let file = question.source.file
                if patches[file] == nil, let text = document(file) { patches[file] = PhrasingPatch(of: text) }
                if patches[file]?.add(addition) != true {
                    Terminal.complain("\(place): not in the bank's own format; add: - Also: \(phrasing)")
                }
            }
        }
        tellFlags(of: loaded.bank)
        for (file, patch) in patches.sorted(by: { $0.key < $1.key }) {
            print(patch.text(file: file), terminator: "")
        }
    }

    /// What readers found fault with: for the author to look at, no patch can say it.
    private func tellFlags(of bank: Bank) {
        let flags = Dictionary(grouping: FlagFile(folder: data).read(), by: \.question)
        for question in bank.questions {
            guard let own = flags[question.id] else { continue }
            for fault in QuestionFlag.Fault.allCases {
                let same = own.filter { $0.fault == fault }
                guard !same.isEmpty else { continue }
                let notes = same.compactMap(\.note).map { note in
                    "\u{201c}\(note.split(whereSeparator: \.isWhitespace).joined(separator: " "))\u{201d}"
                }
                let times = same.count == 1 ? "once" : "\(same.count) times"
                let sentence = "\(question.source): flagged as \(fault.words), \(times)"
                Terminal.complain(([sentence] + notes).joined(separator: "; "))
            }
        }
    }

    private func rulings() throws -> [Ruling] {
        let place = try StoreOption.place(store, data: data)
        do {
            let archive = try place.openArchive()
            // A host also rules where nobody has disputed anything.
            var interviews = try archive.interviews(with: .disputed)
            let known = Set(interviews)
            interviews += try archive.interviews(with: .ruled).filter { !known.contains($0) }
            return try interviews.flatMap { try Ruling.standing(in: archive.events(of: $0)) }
        } catch {
            Terminal.complain("greenroom: \(place): \(error)")
            throw ExitCode(66)  // EX_NOINPUT
        }
    }

    private func document(_ file: String) -> String? {
        let paths = options.bank + folders
        let folders = paths.isEmpty ? [Bank.builtInFolder].compactMap(\.self) : paths
        for folder in folders {
            for path in [folder + "/" + file, folder] {
                if let text = try? String(contentsOfFile: path, encoding: .utf8) { return text }
            }
        }
        return nil
    }

    /// The words as a phrasing: without the marks that would end it in the bank's format.
    private static func phrasing(_ words: String) -> String? {
        let text = words.filter { $0 != ";" }.trimmingCharacters(in: .whitespaces)
            .trimmingCharacters(in: CharacterSet(charactersIn: ".,:!?"))
        let count = text.split(separator: " ").count
        return (1...maximumWords).contains(count) ? text : nil
    }

    /// The bank was improved meanwhile, or the matcher.
    private static func says(_ phrasing: String, _ point: KeyPoint, of question: Question) -> Bool {
        Matcher(question.rubric).mark(phrasing).points.first { $0.keyPoint == point.id }?.verdict == .hit
    }
}

extension QuestionFlag.Fault {
    fileprivate var words: String {
        switch self {
        case .wrongPoint: "a wrong or missing key point"
        case .unclear: "unclear"
        case .outdated: "outdated"
        }
    }
}
