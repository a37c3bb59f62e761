import Interviews
import Marking
import QuestionBank
import Testing
import Transcripts

@testable import Pages

struct HTMLTests {
    /// To Swift a sign with an accent is another character than the sign; to a browser it is the sign.
    @Test(arguments: [
        ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"), ("\"\u{301} onclick=x", "&quot;\u{301} onclick=x"),
        ("<\u{338}b>", "&lt;\u{338}b&gt;"), ("a\u{0}b\u{7}\n\t", "a\u{FFFD}b\u{FFFD}\n\t"), ("é🙂", "é🙂"),
    ])
    func textIsEscapedByteByByte(text: String, escaped: String) {
        #expect(HTML(text).source == escaped)
        #expect(h("a", ["title": text]).source == "<a title=\"\(escaped)\"></a>")
    }

    @Test func elementsAreWrittenOut() {
        let html = h(
            "p", ["class": "note", "hidden": "", "id": nil], "\("<x>") and ", h("br"), nil, h("b", [:], "b"))
        #expect(html.source == "<p class=\"note\" hidden>&lt;x&gt; and <br><b>b</b></p>")
    }
}

struct MarkdownTests {
    @Test(arguments: [
        ("plain *and* `code<T>`", "<p>plain <em>and</em> <code>code&lt;T&gt;</code></p>\n"),
        ("a <b onclick=\"x\">b</b>", "<p>a &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;</p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n"),
        ("[x](javascript:alert(1))", "<p><a href=\"\">x</a></p>\n"),
        ("![who](https://elsewhere.example/pixel.png)", "<p>who</p>\n"),
        ("# Head ![a](b) <i>", "<p><strong>Head a &lt;i&gt;</strong></p>\n"),
        ("~~gone~~", "<p><del>gone</del></p>\n"),
    ])
    func markdownHarmsNobody(text: String, html: String) {
        #expect(Markdown.html(text).source == html)
    }

    @Test func tablesAndLists() {
        let html = Markdown.html("| a | b |\n|---|--:|\n| 1 | 2 |\n\n1. x\n2. y").source
        #expect(html.contains("<td align=\"right\">2</td>") && html.contains("<ol>\n<li>x</li>"))
    }

    @Test func marksEndAndBeginAtEveryTag() {
        let text = "One **two** three [four](five)"
        let marked = Markdown.html(text, marking: [.init(start: 0, end: 17, point: "a")]).source
        #expect(
            marked
                == "<p><mark data-verdict=\"hit\">One </mark><strong><mark data-verdict=\"hit\">two</mark></strong>"
                + " <mark data-verdict=\"hit\">three</mark> <a href=\"five\">four</a></p>\n")
        for start in 0..<text.utf16.count {
            for end in start...text.utf16.count {
                let html = Markdown.html(text, marking: [.init(start: start, end: end, point: "a")]).source
                #expect(!html.contains("\u{E000}") && !html.contains("\u{E001}"))
                #expect(html.count(of: "<mark") == html.count(of: "</mark>"))
            }
        }
    }

    @Test func whatIsPlainHasNoSigns() {
        #expect(Markdown.plain("What *is* `x`\n\n- a <b>?") == "What is x - a <b>?")
    }

    @Test func hostileTextIsRenderedInTime() {
        for text in ["[", "*a_", "`", "<", "![", "> ", "| a ", "- "] {
            _ = Markdown.html(String(repeating: text, count: 20_000)).source
        }
    }
}

extension String {
    fileprivate func count(of part: String) -> Int { components(by: part) - 1 }
    private func components(by part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count
    }
}
