import CDictionaries
import CZstd
import Synchronization

/// Packs and unpacks with one of the dictionaries. What was packed is a Zstandard frame that says how long it was and what
/// its checksum is, without the four bytes by which every frame begins.
/// https://www.rfc-editor.org/rfc/rfc8878
final class Packer: Sendable {
    /// Unpacked, in bytes. 20,000 characters have 60,000, those of a reply twice as many, and a mark hardly more.
    static let longest = 1 << 19
    /// It looks once into the dictionary for every place of an answer. A higher one looks twice, for a twentieth less: what
    /// it costs is not the reckoning but that the dictionary is in no cache by then.
    private static let level: CInt = 2
    private static let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]

    private let inward: Mutex<Inward>
    private let outward: Mutex<Outward>

    /// `nil` where there is no dictionary with this number.
    init?(_ number: Int) {
        guard let inward = Inward(number), let outward = Outward(number) else { return nil }
        self.inward = Mutex(inward)
        self.outward = Mutex(outward)
    }

    /// `nil` where it is too long, or there is no memory.
    func pack(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count <= Self.longest else { return nil }
        return inward.withLock { $0.pack(bytes) }.map { Array($0.dropFirst(Self.magic.count)) }
    }

    /// `nil` where it was not packed like this, is not whole, or would be longer than anything that was packed.
    func unpack(_ packed: [UInt8]) -> [UInt8]? {
        let frame = Self.magic + packed
        // What a frame does not say is beyond all bounds too.
        let size = unsafe ZSTD_getFrameContentSize(frame, frame.count)
        guard size <= UInt64(Self.longest) else { return nil }
        return outward.withLock { $0.unpack(frame, size: Int(size)) }
    }

    /// (`ZSTD_CCtx`, `ZSTD_CDict`)
    @safe
    private struct Inward: ~Copyable {
        private let context: OpaquePointer
        private let dictionary: OpaquePointer

        init?(_ number: Int) {
            var size = 0
            guard let bytes = unsafe greenroom_dictionary(CInt(number), &size),
                let context = unsafe ZSTD_createCCtx()
            else { return nil }
            guard let dictionary = unsafe ZSTD_createCDict(bytes, size, Packer.level) else {
                unsafe ZSTD_freeCCtx(context)
                return nil
            }
            unsafe (self.context, self.dictionary) = (context, dictionary)
            // The number of the dictionary stands beside what is packed.
            _ = unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0)
            _ = unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
            _ = unsafe ZSTD_CCtx_refCDict(context, dictionary)
        }

        deinit {
            unsafe ZSTD_freeCCtx(context)
            unsafe ZSTD_freeCDict(dictionary)
        }

        /// (`ZSTD_compress2`)
        func pack(_ bytes: [UInt8]) -> [UInt8]? {
            var isPacked = false
            let bound = ZSTD_compressBound(bytes.count)
            let packed = unsafe [UInt8](unsafeUninitializedCapacity: bound) { target, count in
                let written = unsafe ZSTD_compress2(context, target.baseAddress, bound, bytes, bytes.count)
                isPacked = ZSTD_isError(written) == 0
                count = isPacked ? written : 0
            }
            return isPacked ? packed : nil
        }
    }

    /// (`ZSTD_DCtx`, `ZSTD_DDict`)
    @safe
    private struct Outward: ~Copyable {
        private let context: OpaquePointer
        private let dictionary: OpaquePointer

        init?(_ number: Int) {
            var size = 0
            guard let bytes = unsafe greenroom_dictionary(CInt(number), &size),
                let context = unsafe ZSTD_createDCtx()
            else { return nil }
            guard let dictionary = unsafe ZSTD_createDDict(bytes, size) else {
                unsafe ZSTD_freeDCtx(context)
                return nil
            }
            unsafe (self.context, self.dictionary) = (context, dictionary)
        }

        deinit {
            unsafe ZSTD_freeDCtx(context)
            unsafe ZSTD_freeDDict(dictionary)
        }

        /// `nil` where it is not whole, has another size, or there is more. (`ZSTD_decompress_usingDDict`)
        func unpack(_ frame: [UInt8], size: Int) -> [UInt8]? {
            guard unsafe ZSTD_findFrameCompressedSize(frame, frame.count) == frame.count else { return nil }
            var isWhole = false
            let unpacked = unsafe [UInt8](unsafeUninitializedCapacity: size) { target, count in
                let written = unsafe ZSTD_decompress_usingDDict(
                    context, target.baseAddress, size, frame, frame.count, dictionary)
                isWhole = written == size
                count = isWhole ? size : 0
            }
            return isWhole ? unpacked : nil
        }
    }
}
