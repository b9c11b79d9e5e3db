package cn.dangqun.server;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.config.settings.SettingsException;
import cn.dangqun.config.settings.SettingsFault;
import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.accounts.AccountCommands;
import cn.dangqun.server.accounts.Audit;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.accounts.NewLogin;
import cn.dangqun.server.backup.BackupCommands;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.upkeep.Doctor;
import cn.dangqun.store.DirectoryInUseException;
import cn.dangqun.store.DirectoryLock;
import cn.dangqun.store.Halt;
import cn.dangqun.store.SqliteFault;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's command line: `serve`, `enrol-code`, `revoke`, `renew-card-secret`, `backup`, `restore`,
/// `doctor`, `first-password`, `account`. Answers go to standard output, the log to standard error. Exit
/// codes: 0 done, 1 refused, 2 wrong usage or settings, 3 another process works in the data directory, 4 a
/// demonstration in a database that is in use, 5 a database too damaged to work with, 6 a restoration that
/// was not finished, 70 a broken invariant. `doctor` ends with 1 when something is wrong.
public final class ServerMain {
    private static final Logger LOG = LoggerFactory.getLogger(ServerMain.class);
    private static final int REFUSED = 1;
    private static final int USAGE = 2;
    private static final int NO_DEMONSTRATION_HERE = 4;
    private static final int DAMAGED = 5;
    private static final int UNFINISHED = 6;

    private final PrintStream out;
    private final Clock clock;

    private ServerMain(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, fault) -> Halt.PROCESS.because("Thread " + thread.getName() + " broke down", fault));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var code = new ServerMain(out, Clock.systemUTC()).run(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    private int run(String[] arguments) {
        try {
            if (arguments.length > 2 && arguments[0].equals("account")) {
                var words = List.of(arguments).subList(2, arguments.length);
                return accounts(arguments, commands -> commands.run(words));
            }
            return switch (command(arguments)) {
                case "serve 1" -> serve(settings(arguments));
                case "enrol-code 4" ->
                    enrolCode(settings(arguments), new KioskId(arguments[2]), arguments[3], arguments[4]);
                case "revoke 2" -> revoke(settings(arguments), new KioskId(arguments[2]), false);
                case "revoke 3" -> revoke(settings(arguments), new KioskId(arguments[2]), isAnyway(arguments[3]));
                case "renew-card-secret 1" -> renewCardSecret(settings(arguments));
                case "backup 1" -> backup(settings(arguments), Optional.empty());
                case "backup 2" -> backup(settings(arguments), Optional.of(Path.of(arguments[2])));
                case "restore 2" ->
                    new BackupCommands(settings(arguments), clock, out).restore(Path.of(arguments[2])) ? 0 : REFUSED;
                case "doctor 1" -> doctor(arguments);
                case "import 2" -> bring(settings(arguments), Path.of(arguments[2]), "preview");
                case "import 3" -> bring(settings(arguments), Path.of(arguments[2]), arguments[3]);
                case "first-password 1" -> accounts(arguments, AccountCommands::firstPassword);
                default -> usage();
            };
        } catch (SettingsException | IllegalArgumentException e) {
            LOG.error("{}", e.getMessage());
            return USAGE;
        } catch (DirectoryInUseException e) {
            LOG.error("{}", e.getMessage());
            var texts = new Texts();
            out.println(texts.get("server.start.inUse", e.directory()));
            return DirectoryInUseException.EXIT;
        } catch (UnfinishedRestorationException e) {
            LOG.error("{}", e.getMessage());
            out.println(new Texts().get("server.start.unfinished", e.directory()));
            return UNFINISHED;
        } catch (IOException | GeneralSecurityException e) {
            LOG.error("cannot work", e);
            return REFUSED;
        } catch (RuntimeException e) {
            return damaged(e);
        }
    }

    /// What this program cannot be at fault for; anything else goes on.
    private int damaged(RuntimeException failure) {
        if (!SqliteFault.isDamage(failure)) {
            throw failure;
        }
        LOG.error("the database is damaged", failure);
        out.println(new Texts().get("server.start.damaged"));
        return DAMAGED;
    }

    /// The command and how many arguments it was given.
    private static String command(String[] arguments) {
        return arguments.length == 0 ? "" : arguments[0] + " " + (arguments.length - 1);
    }

    private static ServerSettings settings(String[] arguments) throws SettingsException {
        return SettingsFile.loadServer(Path.of(arguments[1]));
    }

    private int usage() {
        out.println("""
                serve SETTINGS
                enrol-code SETTINGS KIOSK_ID NAME SITE_ID
                revoke SETTINGS KIOSK_ID [anyway]
                renew-card-secret SETTINGS
                backup SETTINGS [DIRECTORY]
                restore SETTINGS FILE
                doctor SETTINGS
                import SETTINGS FILE [preview | apply]
                first-password SETTINGS
                account SETTINGS list | add LOGIN NAME ROLE [ORGANIZATION] | disable LOGIN | enable LOGIN | recover LOGIN""");
        return USAGE;
    }

    private int backup(ServerSettings settings, Optional<Path> directory) throws IOException, GeneralSecurityException {
        StreetServer.refuseUnfinished(settings.data());
        return new BackupCommands(settings, clock, out).backup(directory) ? 0 : REFUSED;
    }

    /// A roster from a file: what would change, and with `apply` the change. What needs a person is counted, not done.
    private int bring(ServerSettings settings, Path file, String what) throws IOException, GeneralSecurityException {
        if (!what.equals("preview") && !what.equals("apply")) {
            throw new IllegalArgumentException("import takes no " + what);
        }
        var by = System.getProperty("user.name");
        try (var server = StreetServer.open(settings, clock)) {
            var desk = server.intakes();
            var seen = desk.preview(file, by);
            seen.rows().forEach((outcome, rows) -> out.println(outcome + " " + rows));
            if (seen.fault().isPresent()) {
                out.println(seen.fault().get());
                return REFUSED;
            }
            var done = what.equals("apply") ? desk.apply(seen.id(), by) : desk.giveUp(seen.id(), by);
            if (what.equals("apply")) {
                out.println(new Texts().get("intake.progress.done", done.toApply()));
            }
            return 0;
        }
    }

    private int accounts(String[] arguments, Predicate<AccountCommands> work)
            throws SettingsException, IOException, GeneralSecurityException {
        try (var server = StreetServer.open(settings(arguments), clock)) {
            return work.test(server.accountCommands(out, System.getProperty("user.name"))) ? 0 : REFUSED;
        }
    }

    /// Faults of the settings are something that it finds, too.
    private int doctor(String[] arguments) {
        try {
            return Doctor.of(settings(arguments), clock).look(out) ? 0 : REFUSED;
        } catch (SettingsException e) {
            var texts = new Texts();
            out.println(texts.get("upkeep.doctor.wrong", texts.get("upkeep.doctor.settings"), told(e)));
            return REFUSED;
        }
    }

    private static String told(SettingsException fault) {
        return fault.faults().stream().map(SettingsFault::toString).collect(Collectors.joining("；"));
    }

    private int serve(ServerSettings settings) throws IOException, GeneralSecurityException {
        if (settings.demo() && Demonstration.find().isEmpty()) {
            LOG.error("demo = true, but no demonstration is on the class path");
            out.println(new Texts().get("server.start.noDemo"));
            return USAGE;
        }
        if (settings.demo() && DemonstrationGround.isTaken(StreetServer.databaseFile(settings.data()))) {
            LOG.error("demo = true, but {} holds what no demonstration made", settings.data());
            out.println(new Texts().get("server.start.demoInUse", settings.data()));
            return NO_DEMONSTRATION_HERE;
        }
        var server = StreetServer.open(settings, clock);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> {
                    LOG.info("stopping");
                    server.close();
                    LOG.info("stopped");
                    stopped.countDown();
                }));
        if (settings.demo()) {
            server.publishDemo();
        }
        var address = server.listen().address();
        var logins = server.firstLogins();
        if (!server.hasAccounts()) {
            LOG.info("nobody can sign in yet: dangqun-street first-password");
        }
        var console = server.openConsole();
        out.printf(
                "ready sync=%s:%d fingerprint=%s console=%s://%s:%d%s%n",
                address.getHostString(),
                address.getPort(),
                server.ca().fingerprint(),
                settings.console().isEncrypted() ? "https" : "http",
                console.getHostString(),
                console.getPort(),
                logins.isEmpty() ? "" : " " + shown(logins.getFirst().login()));
        logins.forEach(each -> out.println(shown(each.login()) + " use=" + each.use()));
        await(stopped);
        return 0;
    }

    /// Of the demonstration: standard output of a service ends up in the journal.
    private static String shown(NewLogin login) {
        return "login=" + login.login() + " password=" + login.password();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int enrolCode(ServerSettings settings, KioskId kiosk, String name, String siteId)
            throws IOException, GeneralSecurityException {
        try (var server = StreetServer.open(settings, clock)) {
            var created = server.codes().create(kiosk, name, siteId);
            note(server, Action.ENROLMENT_CODE_CREATED, kiosk.value());
            var until = DateTimeFormatter.ofPattern("HH:mm:ss")
                    .format(created.expires().atZone(settings.zone()));
            out.printf(
                    "code=%s kiosk=%s valid-until=%s fingerprint=%s%n",
                    created.text(), kiosk, until, server.ca().fingerprint());
            return 0;
        }
    }

    /// Only while the server stands still: every card is turned in one write.
    private int renewCardSecret(ServerSettings settings) throws IOException, GeneralSecurityException {
        try (var _ = DirectoryLock.take(settings.data());
                var server = StreetServer.open(settings, clock)) {
            int cards = server.renewCardSecret();
            note(server, Action.CARD_SECRET_RENEWED, Integer.toString(cards));
            out.println(new Texts().get("server.cards.renewed", cards));
            return 0;
        }
    }

    /// Nobody signs in at the command line: the account of the machine stands for who did it.
    private void note(StreetServer server, Action action, String subject) {
        var by = System.getProperty("user.name");
        server.database().write((handle, changes) -> {
            Audit.note(handle, clock.instant(), Optional.of(by), action, subject, "-");
            return 0;
        });
    }

    private static boolean isAnyway(String word) {
        if (!word.equals("anyway")) {
            throw new IllegalArgumentException("revoke takes no " + word);
        }
        return true;
    }

    /// A kiosk that holds unsent facts is revoked only by somebody who has heard so.
    private int revoke(ServerSettings settings, KioskId kiosk, boolean anyway)
            throws IOException, GeneralSecurityException {
        try (var server = StreetServer.open(settings, clock)) {
            var word = server.kiosks().lastWord(kiosk).filter(each -> each.unsent() > 0);
            if (word.isPresent() && !anyway) {
                out.println(new Texts()
                        .get("server.revoke.unsent", kiosk, word.get().unsent()));
                return REFUSED;
            }
            var done = server.kiosks().revoke(kiosk);
            if (done) {
                note(server, Action.KIOSK_REVOKED, kiosk.value());
                server.tellCentreOf(kiosk);
            }
            out.printf("%s kiosk=%s%n", done ? "revoked" : "unknown", kiosk);
            return done ? 0 : REFUSED;
        }
    }
}
