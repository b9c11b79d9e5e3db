package cn.dangqun.acceptance.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// DESIGN §2 and §9 as rules that fail the build; docs/decisions/0002 gives the reasons.
@AnalyzeClasses(packages = "cn.dangqun", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    private static final String DOMAIN = "cn.dangqun.domain..";
    private static final String CONFIG = "cn.dangqun.config..";
    private static final String PROTOCOL = "cn.dangqun.protocol..";
    private static final String STORE = "cn.dangqun.store..";
    private static final String SERVER = "cn.dangqun.server..";
    private static final String KIOSK = "cn.dangqun.kiosk..";
    private static final String DEVICES = "cn.dangqun.devices..";
    private static final String DRIVERS = "cn.dangqun.devices.drivers..";
    private static final String SIMULATOR = "cn.dangqun.devices.simulator..";
    private static final String SIMULATION = "cn.dangqun.simulation..";

    @ArchTest
    static final ArchRule domainIsPureJava = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    DOMAIN,
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "java.text..",
                    "java.math..",
                    "java.security..",
                    "javax.crypto..",
                    "java.nio", // buffers in memory
                    "java.nio.charset..",
                    "org.jspecify..")
            .because("the shared language does no I/O, so that kiosk and server can trust it alike");

    @ArchTest
    static final ArchRule domainHasNoClock = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class)
            .because("what depends on the time gets the time as a parameter");

    @ArchTest
    static final ArchRule protocolKnowsTheDomainOnly = noClasses()
            .that()
            .resideInAPackage(PROTOCOL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CONFIG, SERVER, KIOSK, DEVICES);

    @ArchTest
    static final ArchRule configKnowsTheDomainOnly = noClasses()
            .that()
            .resideInAPackage(CONFIG)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PROTOCOL, SERVER, KIOSK, DEVICES);

    @ArchTest
    static final ArchRule nothingThatIsInstalledKnowsTheDemonstration = noClasses()
            .that()
            .resideOutsideOfPackages("cn.dangqun.config.demo..", "cn.dangqun.server.demo..")
            .and()
            .haveSimpleNameNotStartingWith("Demo")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cn.dangqun.config.demo..", "cn.dangqun.server.demo..")
            .because("a made-up street in an office's package would one day be taken for a real one");

    @ArchTest
    static final ArchRule nothingKnowsTheSimulation = noClasses()
            .that()
            .resideOutsideOfPackage(SIMULATION)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SIMULATION)
            .because("what is simulated has no switch for it (0049)");

    @ArchTest
    static final ArchRule theKioskNeverSeesTheServer = noClasses()
            .that()
            .resideInAPackage(KIOSK)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVER);

    @ArchTest
    static final ArchRule theServerNeverSeesDevicesOrKiosk = noClasses()
            .that()
            .resideInAPackage(SERVER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DEVICES, KIOSK);

    @ArchTest
    static final ArchRule driversAreFoundNeverNamed = noClasses()
            .that()
            .resideInAnyPackage(KIOSK)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DRIVERS, SIMULATOR)
            .because("drivers and simulator are found by ServiceLoader");

    @ArchTest
    static final ArchRule devicesKnowNoProduct = noClasses()
            .that()
            .resideInAPackage(DEVICES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(KIOSK, SERVER, PROTOCOL);

    @ArchTest
    static final ArchRule devicesApiKnowsNoDriver = noClasses()
            .that()
            .resideInAPackage(DEVICES)
            .and()
            .resideOutsideOfPackages(DRIVERS, SIMULATOR)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(DRIVERS, SIMULATOR, CONFIG);

    @ArchTest
    static final ArchRule hardwareLibrariesStayInDrivers = noClasses()
            .that()
            .resideOutsideOfPackages(DRIVERS, "cn.dangqun.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.smartcardio..", "com.fazecast..", "com.pi4j..", "boofcv..");

    @ArchTest
    static final ArchRule codesAreReadByDriversAndDrawnByThree = noClasses()
            .that()
            .resideOutsideOfPackages(DRIVERS, "cn.dangqun.bench..")
            .and()
            .doNotHaveFullyQualifiedName("cn.dangqun.server.web.QrPicture")
            .and()
            .doNotHaveFullyQualifiedName("cn.dangqun.kiosk.queue.TicketQr")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.google.zxing..")
            .because("the street prints member codes and must not see devices; the kiosk draws its tickets");

    @ArchTest
    static final ArchRule theServerDrawsCodesAndReadsNone = noClasses()
            .that()
            .resideInAPackage(SERVER)
            .and()
            .doNotHaveFullyQualifiedName("cn.dangqun.server.web.QrPicture") // reads back what it drew (F-118)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are ZXing beyond its encoder",
                    each -> each.getPackageName().startsWith("com.google.zxing")
                            && !each.getPackageName().startsWith("com.google.zxing.qrcode.encoder")
                            && !each.getName().equals("com.google.zxing.WriterException")
                            && !each.getName().equals("com.google.zxing.qrcode.decoder.ErrorCorrectionLevel")));

    @ArchTest
    static final ArchRule signingKeysStayInOnePackage = noClasses()
            .that()
            .resideInAPackage(SERVER)
            .and()
            .resideOutsideOfPackage("cn.dangqun.server.codes..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("MemberCodeSigner");

    @ArchTest
    static final ArchRule theStoreKnowsNothingOfOurs = noClasses()
            .that()
            .resideInAPackage(STORE)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are anything else of the house",
                    each -> each.getPackageName().startsWith("cn.dangqun.")
                            && !each.getPackageName().startsWith("cn.dangqun.store")))
            .because("kiosk and server keep different things alike");

    @ArchTest
    static final ArchRule cardsKnowTheLanguageAlone = noClasses()
            .that()
            .resideInAPackage("cn.dangqun.cards..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are anything else of the house than its language",
                    each -> each.getPackageName().startsWith("cn.dangqun.")
                            && !each.getPackageName().startsWith("cn.dangqun.cards")
                            && !each.getPackageName().startsWith("cn.dangqun.domain")))
            .because("how a card is kept is settled once, wherever it is kept");

    @ArchTest
    static final ArchRule sheetsKnowTheLanguageAlone = noClasses()
            .that()
            .resideInAPackage("cn.dangqun.sheets..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are anything else of the house than its language",
                    each -> each.getPackageName().startsWith("cn.dangqun.")
                            && !each.getPackageName().startsWith("cn.dangqun.sheets")
                            && !each.getPackageName().startsWith("cn.dangqun.domain")))
            .because("what an office keeps in a sheet is read alike, wherever it goes");

    @ArchTest
    static final ArchRule papersKnowNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("cn.dangqun.papers..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are anything else of the house",
                    each -> each.getPackageName().startsWith("cn.dangqun.")
                            && !each.getPackageName().startsWith("cn.dangqun.papers")))
            .because("a form is words and strokes, whoever fills it in");

    @ArchTest
    static final ArchRule onlyPapersWritePdf = noClasses()
            .that()
            .resideOutsideOfPackage("cn.dangqun.papers..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.openpdf..");

    @ArchTest
    static final ArchRule onlyTheStoreOpensSqlite = noClasses()
            .that()
            .resideOutsideOfPackages(STORE, "cn.dangqun.bench..", SIMULATION)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.sqlite..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(DriverManager.class)
            .because("a file opened with other settings would say committed before it is on the disk");

    @ArchTest
    static final ArchRule onlyTheStoreHashesSecrets = noClasses()
            .that()
            .resideOutsideOfPackages(STORE, "cn.dangqun.cards..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.bouncycastle\\.crypto\\..*Argon2.*")
            .because("a PIN and a password are kept alike, and a resident number is keyed in one place");

    @ArchTest
    static final ArchRule whatWorksWithoutAScreenKnowsNoJavaFx = noClasses()
            .that()
            .resideOutsideOfPackages("cn.dangqun.kiosk.ui..", "cn.dangqun.kiosk.shell..")
            .and()
            .resideInAnyPackage(
                    "cn.dangqun.kiosk.ledger..",
                    "cn.dangqun.kiosk.db..",
                    "cn.dangqun.kiosk.reference..",
                    "cn.dangqun.kiosk.identify..",
                    "cn.dangqun.kiosk.device..")
            .or()
            .haveSimpleNameEndingWith("Desk")
            .or()
            .haveSimpleNameEndingWith("State")
            .or()
            .haveSimpleNameEndingWith("Store")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..")
            .because("logic is tested without a toolkit");

    @ArchTest
    static final ArchRule onlyTheKioskKnowsJavaFx = noClasses()
            .that()
            // the window that a kiosk's start is measured beside
            .resideOutsideOfPackages(KIOSK, "cn.dangqun.bench.kiosk")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..");

    @ArchTest
    static final ArchRule viewModelsKnowPropertiesOnly = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are JavaFX beyond properties",
                    each -> each.getPackageName().startsWith("javafx.")
                            && !each.getPackageName().startsWith("javafx.beans")
                            && !each.getPackageName().startsWith("javafx.collections")));

    @ArchTest
    static final ArchRule onePlaceHandsOverToTheScreenThread = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("cn.dangqun.kiosk.ui.FxThread")
            .should()
            .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName());

    @ArchTest
    static final ArchRule uiImportsNoFeature = noClasses()
            .that()
            .resideInAPackage("cn.dangqun.kiosk.ui..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are features of the kiosk",
                    each -> each.getPackageName().startsWith("cn.dangqun.kiosk.")
                            && !each.getPackageName().startsWith("cn.dangqun.kiosk.ui")));

    @ArchTest
    static final ArchRule serverDatabaseImportsNoFeature = noClasses()
            .that()
            .resideInAPackage("cn.dangqun.server.db..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are features of the server",
                    each -> each.getPackageName().startsWith("cn.dangqun.server.")
                            && !each.getPackageName().startsWith("cn.dangqun.server.db")));

    @ArchTest
    static final ArchRule theConsolesFrameImportsNoFeature = noClasses()
            .that()
            .resideInAPackage("cn.dangqun.server.web..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are features of the server",
                    each -> each.getPackageName().startsWith("cn.dangqun.server.")
                            && !each.getPackageName().matches("cn\\.dangqun\\.server\\.(web|db|text)(\\..*)?")))
            .because("features declare their rights to it; it asks them through ports");

    @ArchTest
    static final ArchRule theLedgerKnowsNoFeature = noClasses()
            .that()
            .resideInAPackage("cn.dangqun.kiosk.ledger..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are features of the kiosk, or a family of facts",
                    each -> (each.getPackageName().startsWith("cn.dangqun.kiosk.")
                                    && !each.getPackageName().startsWith("cn.dangqun.kiosk.ledger")
                                    && !each.getPackageName().startsWith("cn.dangqun.kiosk.db"))
                            || isFamilyOfFacts(each)))
            .because("a feature is added with its own projection, and the ledger stays as it is");

    private static boolean isFamilyOfFacts(JavaClass each) {
        var fact = "cn.dangqun.domain.fact.Fact";
        return each.getPackageName().equals("cn.dangqun.domain.fact")
                && !each.getName().equals(fact)
                && each.getAllRawInterfaces().stream()
                        .anyMatch(face -> face.getName().equals(fact));
    }

    @ArchTest
    static final ArchRule noFeatureWiresTheKiosk = noClasses()
            .that()
            .resideInAPackage(KIOSK)
            .and()
            .resideOutsideOfPackage("cn.dangqun.kiosk.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("cn.dangqun.kiosk.shell..");

    /// The features of the kiosk, and the packages that may build on each.
    private static final Map<String, List<String>> FEATURES = Map.ofEntries(
            Map.entry("queue", List.of("window", "guide", "appointment", "request")),
            Map.entry("appointment", List.of("window")),
            Map.entry("wall", List.of()),
            Map.entry("help", List.of()),
            Map.entry("privacy", List.of()),
            Map.entry("enrolment", List.of()),
            Map.entry("checkin", List.of("voice")),
            Map.entry("staff", List.of("help", "window")),
            Map.entry("window", List.of()),
            Map.entry("card", List.of()),
            Map.entry("roll", List.of()),
            Map.entry("print", List.of("roll", "meeting")),
            Map.entry("scan", List.of("roll")),
            Map.entry("guest", List.of("roll")),
            Map.entry("meeting", List.of()),
            Map.entry("calendar", List.of()),
            Map.entry("guide", List.of()),
            Map.entry("request", List.of("window")),
            Map.entry("activity", List.of("staff", "checkin", "roll", "meeting", "scan", "guest", "calendar")));

    @ArchTest
    static void featuresAreKnownToTheListOfFeaturesOnly(JavaClasses classes) {
        FEATURES.forEach((feature, builders) -> {
            var itself = "cn.dangqun.kiosk." + feature + "..";
            var allowed =
                    Stream.concat(Stream.of(itself), builders.stream().map(each -> "cn.dangqun.kiosk." + each + ".."));
            noClasses()
                    .that()
                    .resideInAPackage(KIOSK)
                    .and()
                    .resideOutsideOfPackages(allowed.toArray(String[]::new))
                    .and()
                    .doNotHaveFullyQualifiedName("cn.dangqun.kiosk.shell.Features")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(itself)
                    .because("a feature is added by its package, its texts and its lines in the list (0013)")
                    .check(classes);
        });
    }

    @ArchTest
    static final ArchRule placesKnowNoFeature = noClasses()
            .that()
            .resideInAPackage("cn.dangqun.kiosk.place..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES.keySet().stream()
                    .map(each -> "cn.dangqun.kiosk." + each + "..")
                    .toArray(String[]::new))
            .because("the shell knows features by what they say of themselves");

    @ArchTest
    static final ArchRule kioskFeaturesFormNoCycle =
            slices().matching("cn.dangqun.kiosk.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule serverFeaturesFormNoCycle =
            slices().matching("cn.dangqun.server.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule domainPackagesFormNoCycle =
            slices().matching("cn.dangqun.domain.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule devicesPackagesFormNoCycle =
            slices().matching("cn.dangqun.devices.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule timeIsInjected = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Main")
            .and()
            .resideOutsideOfPackage("cn.dangqun.bench..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(LocalTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("the clock comes from outside, so that a test can turn it");

    @ArchTest
    static final ArchRule namesMeanOneThing = classes()
            .that()
            .resideInAPackage("cn.dangqun..")
            .should()
            .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Info|Data)(\\$.*)?$");
}
