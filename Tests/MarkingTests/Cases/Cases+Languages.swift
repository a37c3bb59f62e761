import Marking

extension Rubric {
    static let german = Rubric(
        question: "Was macht Dropout, und warum hilft es?",
        keyPoints: [
            KeyPoint(
                id: "random", head: "Zufällig abgeschaltete Neuronen",
                gist: "in jedem Schritt wird ein Teil der Neuronen zufällig ausgeschaltet",
                phrasings: ["schaltet zufällig Neuronen ab", "Neuronen werden zufällig abgeschaltet"]),
            KeyPoint(
                id: "overfitting", head: "Weniger Überanpassung", gist: "das Netz generalisiert besser",
                phrasings: ["verhindert Überanpassung", "beugt Overfitting vor"]),
            KeyPoint(
                id: "test", head: "Nicht zur Testzeit", gist: "bei der Auswertung wird nichts abgeschaltet",
                phrasings: ["zur Testzeit nicht angewandt"]),
            KeyPoint(
                id: "faster", head: "Beschleunigt das Training", phrasings: ["das Training wird schneller"],
                isMisconception: true),
        ], language: "de")

    static let germanPrice = Rubric(
        question: "Was kostet eine GPU im Monat?",
        keyPoints: [KeyPoint(id: "price", head: "1.440 Dollar", gist: "zwei Dollar mal 720 Stunden")],
        language: "de")

    static let spanish = Rubric(
        question: "¿Qué hace la regularización L2 y por qué ayuda?",
        keyPoints: [
            KeyPoint(
                id: "penalty", head: "Penaliza los pesos grandes",
                gist: "añade el cuadrado de los pesos a la función de pérdida",
                phrasings: ["suma los pesos al cuadrado a la pérdida"]),
            KeyPoint(
                id: "overfitting", head: "Menos sobreajuste", gist: "el modelo generaliza mejor",
                phrasings: ["evita el sobreajuste", "reduce el sobreajuste"]),
            KeyPoint(
                id: "zero", head: "No anula los pesos", gist: "los pesos no llegan a cero",
                phrasings: ["ningún peso llega a ser cero"]),
            KeyPoint(
                id: "faster", head: "Acelera el entrenamiento", phrasings: ["el entrenamiento es más rápido"],
                isMisconception: true),
        ], language: "es")

    static let spanishVariables = Rubric(
        question: "¿Qué es el aprendizaje por lotes?",
        keyPoints: [
            KeyPoint(id: "updates", head: "Actualizaciones de los parámetros", gist: "una por cada lote")
        ], language: "es")
}

extension Case {
    static let inGerman: [Case] = [
        Case(.german, "Dropout verhindert Überanpassung.", ".h.."),
        Case(.german, "Dropout verhindert Überanpassung nicht.", ".c.."),
        Case(.german, "Dropout verhindert nicht die Überanpassung.", ".c.."),
        Case(.german, "Dropout verhindert keine Überanpassung.", ".c.."),
        Case(.german, "Dropout kann die Überanpassung niemals verhindern.", ".c.."),
        Case(.german, "Es ist nicht wahr, dass Dropout Überanpassung verhindert.", ".c.."),
        Case(.german, "Es ist falsch, dass es Überanpassung verhindert.", ".c.."),
        Case(.german, "Dropout verhindert nicht nur Überanpassung, es ist auch einfach.", ".h.."),
        Case(.german, "Es verhindert Überanpassung, kostet aber nicht viel.", ".h.."),
        Case(.german, "Es kostet nicht viel, aber es verhindert Überanpassung.", ".h.."),
        Case(.german, "Überanpassungen werden verhindert.", ".h.."),
        Case(.german, "DROPOUT VERHINDERT ÜBERANPASSUNG.", ".h.."),
        Case(.german, "Dropout verhindert Ueberanpassung.", ".h.."),
        Case(.german, "Dropout verhindert Überanpasung.", ".h.."),
        Case(.german, "Es beugt dem Overfitting vor.", ".h.."),
        Case(.german, "Das Netz generalisiert damit besser.", ".h.."),
        Case(.german, "In jedem Schritt wird ein Teil der Neuronen zufällig ausgeschaltet.", "h..."),
        Case(.german, "Neuronen werden zufaellig abgeschaltet, in jedem Schritt ein anderer Teil.", "h..."),
        Case(.german, "Es schaltet in jedem Schritt zufällig Neuronen ab.", "h..."),
        Case(.german, "Zur Testzeit wird es nicht angewandt.", "..h."),
        Case(.german, "Zur Testzeit wird es angewandt.", "..c."),
        Case(.german, "Es beschleunigt das Training.", "...d"),
        Case(.german, "Es beschleunigt das Training nicht.", "...a"),
        Case(.german, "Das Training wird dadurch schneller.", "...d"),
        Case(.german, "Das Training wird dadurch nicht schneller.", "...a"),
        Case(.german, "Ich weiß nicht.", "mmma", .noAnswer),
        Case(.german, "Keine Ahnung.", "mmma", .noAnswer),
        Case(.german, "Was macht Dropout, und warum hilft es?", "mmma"),
        Case(.german, "Die Lernrate wird mit der Zeit kleiner.", "mmma"),
        Case(
            .german, "It is a method by which units are dropped at random, and that is of help.", "mnma",
            .otherLanguage),
        Case(.germanPrice, "Das sind 1440 Dollar.", "h"),
        Case(.germanPrice, "Es sind 1.440 Dollar im Monat.", "h"),
        Case(.germanPrice, "Es sind 1,44 Dollar im Monat.", "n"),
        Case(.germanPrice, "2 Dollar mal 720 Stunden.", "h"),
    ]

    static let inSpanish: [Case] = [
        Case(.spanish, "Evita el sobreajuste.", ".h.."),
        Case(.spanish, "No evita el sobreajuste.", ".c.."),
        Case(.spanish, "Nunca reduce el sobreajuste.", ".c.."),
        Case(.spanish, "Es falso que evite el sobreajuste.", ".c.."),
        Case(.spanish, "No es cierto que evite el sobreajuste.", ".c.."),
        Case(.spanish, "No solo evita el sobreajuste, también es sencilla.", ".h.."),
        Case(.spanish, "Reduce el sobreajuste, pero no acelera el entrenamiento.", ".h.a"),
        Case(.spanish, "No acelera el entrenamiento, pero reduce el sobreajuste.", ".h.a"),
        Case(.spanish, "EVITA EL SOBREAJUSTE.", ".h.."),
        Case(.spanish, "Evita el sobreajsute.", ".h.."),
        Case(.spanish, "Así el modelo generaliza mejor.", ".h.."),
        Case(.spanish, "Penaliza los pesos grandes.", "h..."),
        Case(.spanish, "Se suman los cuadrados de los pesos a la función de pérdida.", "h..."),
        Case(.spanish, "Añade el cuadrado de los pesos a la funcion de perdida.", "h..."),
        Case(.spanish, "No penaliza los pesos grandes.", "c..."),
        Case(.spanish, "Los pesos no llegan a ser cero.", "..h."),
        Case(.spanish, "Los pesos nunca llegan a cero.", "..h."),
        Case(.spanish, "Los pesos llegan a cero.", "..c."),
        Case(.spanish, "Acelera el entrenamiento.", "...d"),
        Case(.spanish, "No acelera el entrenamiento.", "...a"),
        Case(.spanish, "El entrenamiento es más rápido.", "...d"),
        Case(.spanish, "Ni idea.", "mmma", .noAnswer),
        Case(.spanish, "¿Qué hace la regularización L2 y por qué ayuda?", "mmma"),
        Case(.spanish, "Las imágenes se giran y se recortan al azar.", "mmma"),
        Case(
            .spanish, "It is a penalty that is added to the loss, and by which the model can learn.", "mnma",
            .otherLanguage),
        Case(.spanishVariables, "Hay una actualización de los parámetros por cada lote.", "h"),
        Case(.spanishVariables, "Los parametros se actualizan con cada lote.", "h"),
        Case(.spanishVariables, "Actualizacion de parametros.", "h"),
    ]
}
