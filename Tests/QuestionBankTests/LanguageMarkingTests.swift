import Marking
import QuestionBank
import Testing

/// Documents in German and Spanish are marked by the rules of their language.
struct LanguageMarkingTests {
    private static let german = """
        # Fragen zu neuronalen Netzen

        ## Was ist Überanpassung, und wie erkennt man sie?

        - **Auswendig gelernt**: Das Netz merkt sich die Trainingsdaten und lernt keine allgemeinen Regeln.
        - **Wachsender Abstand**: Der Fehler auf den Validierungsdaten steigt, während der Trainingsfehler weiter sinkt.
        - **Gegenmittel**: Man nimmt mehr Daten, Dropout oder hört früher mit dem Training auf.

        ## Warum werden die Eingaben normalisiert?

        - **Gleiche Größenordnung**: Kein Merkmal überwiegt nur deshalb, weil seine Zahlen größer sind.
        - **Schnelleres Training**: Der Gradientenabstieg konvergiert auf normalisierten Daten in weniger Schritten.
        """

    private static let spanish = """
        # Preguntas sobre bases de datos

        ## ¿Qué es un índice y cuándo conviene crearlo?

        - **Búsqueda rápida**: El índice evita recorrer toda la tabla para encontrar las filas.
        - **Coste de escritura**: Cada inserción tiene que actualizar también los índices de la tabla.
        - **Columnas selectivas**: Conviene en las columnas con muchos valores distintos que se usan en los filtros.

        ## ¿Qué garantiza una transacción?

        - **Atomicidad**: Se aplican todos los cambios de la transacción o ninguno.
        - **Aislamiento**: Las transacciones que se ejecutan a la vez no ven los cambios a medias de las otras.
        """

    private func question(_ text: String, _ number: Int, _ language: String) throws -> Question {
        let reading = readDocument(Array(text.utf8), name: "fragen.md")
        let question = try #require(reading.questions.dropFirst(number).first)
        #expect(question.language == language)
        #expect(question.rubric.language == language)
        return question
    }

    private func verdicts(_ question: Question, _ answer: String) -> [Verdict] {
        Matcher(question.rubric).mark(answer).points.map(\.verdict)
    }

    @Test func aGermanAnswerIsMarkedByItsStems() throws {
        let overfitting = try question(Self.german, 0, "de")
        let answer = """
            Das Netz hat sich die Trainingsdaten gemerkt und keine allgemeine Regel gelernt. Auf den Validierungsdaten \
            steigen die Fehler, der Trainingsfehler sinkt aber weiter. Dagegen helfen mehr Daten, Dropout oder ein \
            früheres Ende des Trainings.
            """
        #expect(verdicts(overfitting, answer) == [.hit, .hit, .hit])
        #expect(verdicts(overfitting, "Die Lernrate war zu hoch gewählt.").allSatisfy { $0 == .missed })
        #expect(Matcher(overfitting.rubric).mark(answer).coverage > 0.9)
    }

    @Test func aGermanDenialAtTheEndDeniesTheClause() throws {
        let inputs = try question(Self.german, 1, "de")
        #expect(
            verdicts(inputs, "Der Gradientenabstieg konvergiert dann in weniger Schritten.")[1] == .hit)
        #expect(
            verdicts(inputs, "Der Gradientenabstieg konvergiert in weniger Schritten nicht.")[1]
                == .contradicted)
    }

    @Test func aSpanishAnswerIsMarkedByItsStems() throws {
        let index = try question(Self.spanish, 0, "es")
        let answer = """
            Con un índice se evita recorrer la tabla entera para encontrar una fila. En cambio, con cada insercion hay \
            que actualizar los índices de la tabla. Conviene para columnas de muchos valores distintos que usamos en \
            un filtro.
            """
        #expect(verdicts(index, answer) == [.hit, .hit, .hit])
        #expect(verdicts(index, "Los datos se guardan en el disco.").allSatisfy { $0 == .missed })
    }

    @Test func aSpanishDenialIsAContradiction() throws {
        let transaction = try question(Self.spanish, 1, "es")
        #expect(verdicts(transaction, "Se aplican todos los cambios o ninguno.")[0] == .hit)
        #expect(verdicts(transaction, "No se aplican todos los cambios de la transacción.")[0] != .hit)
        #expect(
            verdicts(transaction, "Las que se ejecutan a la vez no ven los cambios a medias de las otras.")[1]
                == .hit)
        #expect(
            verdicts(transaction, "Las que se ejecutan a la vez ven los cambios a medias de las otras.")[1]
                != .hit)
    }

    @Test func anEnglishQuestionHasNoLanguageOfItsOwn() throws {
        let reading = readDocument(
            Array("## What is an index?\n\n- **Fast search**: it saves reading the whole table.\n".utf8),
            name: "notes.md")
        #expect(try #require(reading.questions.first).rubric.language == nil)
    }
}
