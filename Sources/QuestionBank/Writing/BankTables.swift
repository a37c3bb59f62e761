import Marking

/// A bank as a table: a row per question, columns that spreadsheets and other programs understand.
enum BankCSV {
    static func write(_ bank: Bank) -> String {
        let titles = bank.titles
        var text = "id,topic,question,answer,key points,difficulty,tags\n"
        for question in bank.questions {
            let fields = [
                question.id, titles[question.topic] ?? question.topic, question.prompt,
                question.modelAnswer ?? "",
                question.keyPoints.filter { !$0.isMisconception }.map(point).joined(separator: "; "),
                question.difficulty?.rawValue ?? "", question.tags.joined(separator: ", "),
            ]
            text += fields.map(TableField.written).joined(separator: ",") + "\n"
        }
        return text
    }

    private static func point(_ point: KeyPoint) -> String {
        let text = point.gist.isEmpty ? point.head : point.head + ": " + point.gist
        return String(text.map { $0 == ";" ? "," : $0 })
    }
}

/// A bank as notes for Anki: question, answer with its key points, topic as deck, tags.
enum BankAnki {
    static func write(_ bank: Bank) -> String {
        let titles = bank.titles
        var text = "#separator:tab\n#html:true\n#guid column:1\n#deck column:2\n#tags column:5\n"
        for question in bank.questions {
            let tags = question.tags.map { String($0.map { $0 == " " ? "-" : $0 }) }.joined(separator: " ")
            let fields = [
                question.id, titles[question.topic] ?? question.topic, html(question.prompt),
                answer(question),
                tags,
            ]
            text += fields.map(field).joined(separator: "\t") + "\n"
        }
        return text
    }

    private static func answer(_ question: Question) -> String {
        let points = question.keyPoints.filter { !$0.isMisconception }.map { point in
            "<li><b>\(html(point.head))</b>\(point.gist.isEmpty ? "" : ": " + html(point.gist))</li>"
        }
        let list = points.isEmpty ? "" : "<ul>\(points.joined())</ul>"
        return html(question.modelAnswer ?? "") + list
    }

    private static func html(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\n": out += "<br>"
            case "\t": out += " "
            default: out.append(character)
            }
        }
        return out
    }

    private static func field(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\"")) || text.hasPrefix("#") else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}
