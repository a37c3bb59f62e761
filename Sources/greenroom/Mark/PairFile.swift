import ArgumentParser
import Foundation
import Marking

/// A file of rows to mark, one JSON object a line.
struct PairFile {
    let path: String

    /// Marks every row, in order, to a file or to standard output.
    func mark(to out: String?) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            Terminal.complain("greenroom: \(path) cannot be read")
            throw ExitCode(66)
        }
        var matcher = PairMatcher()
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var output = Data()
        for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 == 32 || $0 == 13 }) {
            if index.isMultiple(of: 1000) { Terminal.progress("row \(index + 1) of \(lines.count)") }
            do {
                let pair = try JSONDecoder().decode(Pair.self, from: Data(line))
                output += try encoder.encode(matcher.mark(pair))
                output.append(UInt8(ascii: "\n"))
            } catch {
                Terminal.endProgress()
                Terminal.complain(
                    "\(path):\(index + 1): error: not a row of id, question, reference or key_points, and answer"
                )
                throw ExitCode(65)
            }
        }
        Terminal.endProgress()
        guard let out else { return FileHandle.standardOutput.write(output) }
        do {
            try output.write(to: URL(fileURLWithPath: out))
        } catch {
            Terminal.complain("greenroom: \(out) cannot be written")
            throw ExitCode(73)
        }
    }
}
