import Testing

@testable import Greenroom

struct QRCodeTests {
    @Test func aTextIsDrawnAsBarsOnWhite() throws {
        let svg = try #require(QRCode.svg(of: "http://localhost:8080/room.html#kq7m-2xrd"))
        #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>"))
        #expect(svg.contains(##"fill="#fff""##) && svg.contains(##"fill="#000""##))
        // The upper bar of the finder pattern stands in the corner, behind the quiet zone.
        #expect(svg.contains("M4 4h7v1H4z"))
    }

    @Test func whatIsTooLongHasNone() {
        #expect(QRCode.svg(of: String(repeating: "x", count: 3000)) == nil)
    }
}
