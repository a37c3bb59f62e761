import Interviews
import Transcripts
import WebSockets
import Wire

/// Puts together what `/metrics` says, on whatever thread asks: nothing of it waits for the loop or the log.
struct Metrics: Sendable {
    let tally: Tally
    let health: Health
    let loop: LoopControl
    let writer: LogWriter
    let reader: LogReader
    /// Seconds since 1970.
    let started: Double

    var text: String {
        var text = MetricsText()
        text.add(
            .gauge, "greenroom_info", "The version that runs; always 1.", by: "version", [Product.version: 1])
        text.add(.gauge, "greenroom_ready", "1 while new visitors may be sent here.", health.isReady ? 1 : 0)
        let counts = tally.current
        addTraffic(counts, to: &text)
        addInterviews(counts, to: &text)
        addLog(to: &text)
        addProcess(to: &text)
        return text.text
    }

    private func addTraffic(_ counts: Tally.Counts, to text: inout MetricsText) {
        let census = loop.census
        text.add(
            .gauge, "greenroom_connections", "Connections of all kinds that are open.", census.connections)
        text.add(.gauge, "greenroom_sockets", "WebSocket connections that are open.", census.webSockets)
        text.add(.counter, "greenroom_connections_total", "Connections that were taken.", census.accepted)
        text.add(
            .counter, "greenroom_handshakes_total", "Handshakes that became WebSockets.", census.handshakes)
        text.add(.counter, "greenroom_http_requests_total", "HTTP requests answered.", census.requests)
        text.add(
            .counter, "greenroom_frames_total", "WebSocket frames.", by: "direction",
            ["in": census.framesIn, "out": census.framesOut])
        text.add(
            .counter, "greenroom_payload_bytes_total", "Payload of WebSocket messages.", by: "direction",
            ["in": census.bytesIn, "out": census.bytesOut])
        text.add(
            .counter, "greenroom_limits_hit_total", "Connections turned away or ended by the loop.",
            by: "limit",
            Dictionary(Rejection.allCases.map { ($0.rawValue, census.rejected[$0] ?? 0) }) { $1 })
        text.add(
            .gauge, "greenroom_loop_bytes", "Memory held for messages on their way.", by: "what",
            ["unfinished": census.unfinishedBytes, "queued": census.queuedBytes])
        text.add(.gauge, "greenroom_timers", "Timers that wait.", census.timers)
        let refusals = RefusalCode.allCases.map { ($0.rawValue, counts.refusals[$0] ?? 0) }
        text.add(
            .counter, "greenroom_refusals_total", "Requests that were refused.", by: "code",
            Dictionary(refusals) { $1 })
        let limits = RequestLimits.Kind.allCases.flatMap { kind in
            RequestLimits.Scope.allCases.map { Tally.name(kind, $0) }
        }
        text.add(
            .counter, "greenroom_rate_limits_met_total", "Requests that met a limit: what/whose.",
            by: "limit",
            Dictionary(limits.map { ($0, counts.limitsMet[$0] ?? 0) }) { $1 })
        text.add(
            "greenroom_loop_lag_seconds",
            "How long a message waited for its turn on the loop, probed every second.",
            counts.loopLag)
        text.add(.counter, "greenroom_loop_turns_total", "Turns of the loop.", census.turns)
        text.add(
            .counter, "greenroom_loop_busy_seconds_total", "Time the loop worked.",
            Double(census.busyNanoseconds) / 1e9)
        text.add(
            .gauge, "greenroom_loop_longest_turn_seconds",
            "The longest turn of the last ten to twenty seconds.",
            Double(census.longestTurnNanoseconds) / 1e9)
    }

    private func addInterviews(_ counts: Tally.Counts, to text: inout MetricsText) {
        text.add(.gauge, "greenroom_interviews", "Interviews in memory.", counts.interviews)
        text.add(
            .counter, "greenroom_interviews_opened_total", "Interviews that were opened.",
            counts.interviewsOpened)
        text.add(
            .counter, "greenroom_interviews_ended_total", "Interviews that ended.", by: "reason",
            counts.interviewsEnded)
        text.add(.counter, "greenroom_seats_resumed_total", "Seats taken again.", counts.seatsResumed)
        text.add(.counter, "greenroom_answers_total", "Answers that were kept.", counts.answers)
    }

    private func addLog(to text: inout MetricsText) {
        let log = writer.statistics
        text.add("greenroom_log_commit_seconds", "How long a transaction of the log took.", log.commits)
        text.add(.counter, "greenroom_log_events_total", "Events that were kept.", log.events)
        text.add(
            .counter, "greenroom_log_appends_total", "What became of what the log was given.", by: "outcome",
            [
                "kept": log.recorded, "misplaced": log.misplaced, "failed": log.failures,
                "refused": log.refused,
            ])
        text.add(
            .gauge, "greenroom_log_queue", "What waits for the log.", by: "direction",
            ["write": log.waiting, "read": reader.waiting])
    }

    private func addProcess(to text: inout MetricsText) {
        let figures = ProcessFigures.read()
        text.add(.gauge, "process_resident_memory_bytes", "Memory in use.", figures.residentBytes)
        text.add(.counter, "process_cpu_seconds_total", "Processor time spent.", figures.processorSeconds)
        text.add(.gauge, "process_open_fds", "Descriptors that are open.", figures.openDescriptors)
        text.add(.gauge, "process_max_fds", "Descriptors that may be open.", figures.mostDescriptors)
        text.add(.gauge, "process_start_time_seconds", "When the process began, since 1970.", started)
    }
}
