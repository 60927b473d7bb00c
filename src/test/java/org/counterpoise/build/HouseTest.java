package org.counterpoise.build;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds every arrow of the house (src/docs/architecture.md): which room may import which.
class HouseTest {
    private static final String ROOT = "org.counterpoise";

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    /// Each room and the rooms it must not know.
    @ParameterizedTest
    @CsvSource({
        "engine, session figure report workbench cli",
        "engine.settings, engine.data engine.stats engine.learn engine.synth engine.audit engine.validate",
        "engine.finding, engine.data engine.stats engine.learn engine.synth engine.audit engine.validate",
        "engine.data, engine.stats engine.learn engine.synth engine.audit engine.validate",
        "engine.stats, engine.data engine.learn engine.synth engine.audit engine.validate",
        "engine.data, engine.plate",
        "engine.stats, engine.plate",
        "engine.rule, engine.learn engine.synth engine.audit engine.validate engine.mitigate",
        "engine.data, engine.rule",
        "engine.stats, engine.rule",
        "engine.plate, engine.learn engine.synth engine.audit engine.validate engine.mitigate",
        "engine.budget, engine.data engine.stats engine.learn engine.synth engine.audit engine.validate",
        "engine.learn, engine.synth engine.audit engine.validate",
        "engine.synth, engine.audit engine.validate engine.mitigate",
        "engine.audit, engine.synth engine.validate engine.mitigate",
        "engine.validate, engine.synth engine.audit engine.mitigate",
        "engine.mitigate, engine.synth engine.audit engine.validate",
        "engine.collapse, engine.audit engine.mitigate",
        "engine.data, engine.collapse",
        "engine.stats, engine.collapse",
        "engine.learn, engine.collapse",
        "engine.synth, engine.collapse",
        "engine.audit, engine.collapse",
        "engine.validate, engine.collapse",
        "engine.mitigate, engine.collapse",
        "session, figure report workbench cli",
        "figure, session report workbench cli",
        "report, workbench cli",
        "workbench, cli",
        "cli, workbench"
    })
    void aRoomDoesNotKnowTheRoomsAboveOrBesideIt(String room, String forbidden) {
        String[] packages =
                java.util.Arrays.stream(forbidden.split(" "))
                        .map(name -> ROOT + "." + name + "..")
                        .toArray(String[]::new);
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because("the house says so: see src/docs/architecture.md")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theEngineKnowsNoWindowAndNoChart() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(ROOT + ".engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.jfree..", "org.controlsfx..", "java.awt..")
                .because("the science runs without a window")
                .check(CLASSES);
    }

    @Test
    void onlyTheDataRoomOfTheEngineTouchesFilesAndSql() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage(ROOT + ".engine..")
                .and()
                .resideOutsideOfPackage(ROOT + ".engine.data..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "java.nio.file..", "org.duckdb..", "org.h2..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.io.File.class, java.io.FileInputStream.class)
                .because("files and SQL live in engine.data")
                .check(CLASSES);
    }

    @Test
    void onlyTheWorkbenchKnowsJavaFx() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".session..",
                        ROOT + ".figure..",
                        ROOT + ".report..",
                        ROOT + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("the same work runs without a window")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void nothingIsSerialisedTheJavaWay() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.io.ObjectInputStream.class, java.io.ObjectOutputStream.class)
                .because("projects hold JSON and plain arrays only")
                .check(CLASSES);
    }

    @Test
    void methodFamiliesDoNotImportEachOther() {
        for (String room : new String[] {"audit", "validate"}) {
            slices().matching(ROOT + ".engine." + room + ".(*)..")
                    .should()
                    .notDependOnEachOther()
                    .allowEmptyShould(true)
                    .because("a method is one folder")
                    .check(CLASSES);
        }
    }
}
