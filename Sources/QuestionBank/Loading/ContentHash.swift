import CCrypto
import Marking

/// SHA-256 over a bank's content in a canonical encoding: questions in the order of their ids, every field with its
/// length. Where a question stands in which file makes no difference; whatever a candidate or a mark could notice does.
enum ContentHash {
    static func of(_ bank: Bank) -> String {
        var encoder = CanonicalEncoder(digest: Digest())
        encoder.add("greenroom bank 1")
        encoder.add(bank.topics.sorted { $0.id < $1.id }) { $0.add($1.id, $1.title) }
        encoder.add(bank.questions.sorted { $0.id < $1.id }) { $0.add($1) }
        encoder.add(
            bank.glossary.sorted { ($0.name, $0.alternatives.count) < ($1.name, $1.alternatives.count) }
        ) {
            $0.add($1)
        }
        return encoder.finish()
    }

    static func sha256(_ bytes: [UInt8]) -> String {
        let digest = Digest()
        digest.add(bytes)
        return digest.finish()
    }
}

/// SHA-256 of what is added piece by piece.
@safe private final class Digest {
    private let context = unsafe EVP_MD_CTX_new()

    init() { unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) }

    deinit { unsafe EVP_MD_CTX_free(context) }

    func add(_ bytes: [UInt8]) { unsafe EVP_DigestUpdate(context, bytes, bytes.count) }

    /// Lower-case hexadecimal; nothing can be added afterwards.
    func finish() -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        unsafe EVP_DigestFinal_ex(context, &digest, nil)
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

private struct CanonicalEncoder {
    let digest: Digest
    /// What has not gone into the digest yet: a large bank's encoding is never in memory as a whole.
    private var pending: [UInt8] = []

    init(digest: Digest) { self.digest = digest }

    mutating func add(_ texts: String...) {
        for text in texts {
            pending += "\(text.utf8.count):".utf8
            pending += text.utf8
        }
        guard pending.count > 32 << 10 else { return }
        digest.add(pending)
        pending.removeAll(keepingCapacity: true)
    }

    func finish() -> String {
        digest.add(pending)
        return digest.finish()
    }

    mutating func add<Element>(_ list: [Element], _ body: (inout CanonicalEncoder, Element) -> Void) {
        add("\(list.count)")
        for element in list { body(&self, element) }
    }

    mutating func add(_ term: Rubric.Term) {
        add(term.name)
        add(term.alternatives.sorted()) { $0.add($1) }
    }

    mutating func add(_ point: KeyPoint) {
        add(point.id, point.head, point.gist, "\(point.weight)", point.hint ?? "", point.probe ?? "")
        add("\(point.isRequired) \(point.isMisconception) \(point.group ?? -1)")
        add(point.phrasings) { $0.add($1) }
        // Banks from before there were misstatements keep their hashes.
        if let misstatements = point.misstatements { add(["not"] + misstatements) { $0.add($1) } }
    }

    mutating func add(_ question: Question) {
        add(question.id, question.topic, question.prompt, question.difficulty?.rawValue ?? "")
        add(question.modelAnswer ?? "")
        add(question.tags) { $0.add($1) }
        add(question.keyPoints) { $0.add($1) }
        add(question.groups) { $0.add("\($1.needed)") }
        add(question.terms) { $0.add($1) }
        add(question.samples) { encoder, sample in
            encoder.add(sample.name, sample.text)
            encoder.add(sample.expected.sorted { $0.key < $1.key }) { $0.add($1.key, $1.value.rawValue) }
        }
        add(question.references) { $0.add($1) }
        add(question.followUps) { $0.add($1) }
        // Banks from before there were languages keep their hashes.
        if let language = question.language { add("language", language) }
        if let kind = question.kind { add("kind", kind.rawValue) }
    }
}
