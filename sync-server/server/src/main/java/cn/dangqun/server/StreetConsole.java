package cn.dangqun.server;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.server.accounts.AccountPages;
import cn.dangqun.server.accounts.Audit;
import cn.dangqun.server.accounts.Passwords;
import cn.dangqun.server.accounts.Sessions;
import cn.dangqun.server.attendance.ActivityReadRoutes;
import cn.dangqun.server.attendance.AttendanceRoutes;
import cn.dangqun.server.attendance.DifferenceRoutes;
import cn.dangqun.server.books.BooksRoutes;
import cn.dangqun.server.codes.CodeKeys;
import cn.dangqun.server.codes.CodeRoutes;
import cn.dangqun.server.codes.Revocations;
import cn.dangqun.server.contact.ContactRoutes;
import cn.dangqun.server.contact.DiaryRoutes;
import cn.dangqun.server.contact.HouseholdRoutes;
import cn.dangqun.server.content.PictureWorkshop;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.fees.FeeDeskRoutes;
import cn.dangqun.server.fees.FeePapers;
import cn.dangqun.server.fees.FeeRoutes;
import cn.dangqun.server.intake.IntakeFiles;
import cn.dangqun.server.intake.IntakeRoutes;
import cn.dangqun.server.kiosks.CareRoutes;
import cn.dangqun.server.kiosks.CarryingRoutes;
import cn.dangqun.server.kiosks.CodeListRoutes;
import cn.dangqun.server.kiosks.CodePage;
import cn.dangqun.server.kiosks.EnrolmentCodes;
import cn.dangqun.server.kiosks.ForkRoutes;
import cn.dangqun.server.kiosks.KioskRoutes;
import cn.dangqun.server.kiosks.LeavingRoutes;
import cn.dangqun.server.kiosks.MoveRoutes;
import cn.dangqun.server.kiosks.QueueHostRoutes;
import cn.dangqun.server.kiosks.SoundRoutes;
import cn.dangqun.server.kiosks.StreetIdentity;
import cn.dangqun.server.kiosks.WindowCa;
import cn.dangqun.server.kiosks.WindowPageRoutes;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.life.LifeReadRoutes;
import cn.dangqun.server.life.LifeRoutes;
import cn.dangqun.server.life.ReminderRoutes;
import cn.dangqun.server.life.RescheduleRoutes;
import cn.dangqun.server.meeting.SessionRoutes;
import cn.dangqun.server.minutes.MinutesRoutes;
import cn.dangqun.server.notice.NoticeRoutes;
import cn.dangqun.server.organizations.OrganizationReadRoutes;
import cn.dangqun.server.organizations.OrganizationRoutes;
import cn.dangqun.server.plan.PlanRoutes;
import cn.dangqun.server.plan.YearRoutes;
import cn.dangqun.server.queue.FigureRoutes;
import cn.dangqun.server.queue.QueueRoutes;
import cn.dangqun.server.reading.TokenReaders;
import cn.dangqun.server.reading.TokenRoutes;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.reference.SearchWords;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.reference.TreeOrder;
import cn.dangqun.server.reports.GapRoutes;
import cn.dangqun.server.reports.ReportRoutes;
import cn.dangqun.server.review.InboxRoutes;
import cn.dangqun.server.review.MonthRoutes;
import cn.dangqun.server.review.ReviewRoutes;
import cn.dangqun.server.roster.RosterRoutes;
import cn.dangqun.server.rota.RotaRoutes;
import cn.dangqun.server.rules.RulesRoutes;
import cn.dangqun.server.services.AppointmentRoutes;
import cn.dangqun.server.services.CalendarRoutes;
import cn.dangqun.server.services.ServiceRoutes;
import cn.dangqun.server.services.WindowRoutes;
import cn.dangqun.server.sites.SiteRoutes;
import cn.dangqun.server.staff.StaffRoutes;
import cn.dangqun.server.start.StartRoutes;
import cn.dangqun.server.study.HoursRoutes;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.trail.TrailRoutes;
import cn.dangqun.server.turnout.TurnoutRoutes;
import cn.dangqun.server.upkeep.AlarmWords;
import cn.dangqun.server.upkeep.DatabaseWatch;
import cn.dangqun.server.vault.Vault;
import cn.dangqun.server.wall.WallRoutes;
import cn.dangqun.server.web.Broadcast;
import cn.dangqun.server.web.Console;
import cn.dangqun.server.web.ConsoleSettings;
import cn.dangqun.server.web.Guard;
import cn.dangqun.server.web.Headline;
import cn.dangqun.server.web.SharedViews;
import cn.dangqun.server.web.Views;
import cn.dangqun.store.SqliteFault;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Puts the console's pages together: the one place that knows all of them.
public final class StreetConsole {
    private StreetConsole() {}

    /// The console is not started yet; what a crash left half done is finished.
    public static Console assemble(
            ServerSettings settings,
            Database database,
            Clock clock,
            StreetRoster roster,
            StreetLedger street,
            Passwords passwords,
            Vault vault,
            Supplier<CardKeyer> keyer,
            StreetIdentity identity,
            WindowCa windows,
            DatabaseWatch watch) {
        var console = new ConsoleSettings(
                settings.console().host(),
                settings.console().port(),
                tls(settings, identity),
                settings.console().proxies(),
                settings.demo(),
                settings.zone());
        var texts = new Texts();
        var views = new Views(texts);
        var times = new Times(clock, settings.zone(), texts);
        var sessions = new Sessions(database, vault.sessions(), clock, texts, Sessions.Limits.WORKING_DAY);
        var broadcast = new Broadcast();
        var shared = new SharedViews();
        database.writer().onCommit(sessions);
        database.writer().onCommit(shared);
        database.writer().onCommit(broadcast);
        var reference = new ReferenceLedger(database, clock);
        var keys = new CodeKeys(vault.secrets(), database, reference, clock);
        var revocations = new Revocations(database, reference, times);
        keys.finish();
        revocations.liftExpired();
        var workshop = PictureWorkshop.in(settings.data().resolve("pictures"));
        var wall = new WallRoutes(database, reference, roster, workshop, views, times, settings.zone());
        wall.hangFrames();
        SearchWords.complete(database);
        TreeOrder.complete(database);
        var intakes = new IntakeRoutes(
                database, reference, IntakeFiles.in(settings.data().resolve("rosters")), keyer, texts, times);
        intakes.goOn();
        var codes = new EnrolmentCodes(database, vault.codes(), clock);
        var codePage = new CodePage(texts, times, identity.fingerprint());
        return new Console(
                console,
                new Guard(
                        sessions, new TokenReaders(database, texts, times), Audit.recorder(database, clock), database),
                views,
                new Head(
                        database,
                        texts,
                        new AlarmWords(
                                watch,
                                settings.data()
                                        .resolve("copy")
                                        .resolve("street-copy.db")
                                        .toString(),
                                texts,
                                times)),
                broadcast,
                List.of(
                        new StartRoutes(database, texts, times, identity, settings.demo()),
                        new AttendanceRoutes(database, roster, views, times, shared),
                        new SessionRoutes(database, roster, views, times, shared),
                        new MinutesRoutes(database, roster, workshop, texts, times),
                        new LifeRoutes(database, roster, ProfileLibrary.shipped(), texts, times, settings.zone()),
                        new ReminderRoutes(database, roster, ProfileLibrary.shipped(), texts, times, settings.zone()),
                        new RescheduleRoutes(database, texts, times),
                        new TurnoutRoutes(database, texts, times),
                        new FeeRoutes(database, roster, texts, times),
                        new FeeDeskRoutes(database, street, roster, texts, times),
                        new FeePapers(database, roster, texts, times),
                        new BooksRoutes(database, street, roster, texts, times),
                        new HoursRoutes(database, street, roster, ProfileLibrary.shipped(), texts, times),
                        // what hangs at a name comes before what hangs at any period
                        new GapRoutes(
                                database, street, roster, ProfileLibrary.shipped(), texts, times, settings.zone()),
                        new ReportRoutes(
                                database, street, roster, ProfileLibrary.shipped(), texts, times, settings.zone()),
                        new DifferenceRoutes(database, roster, views, times),
                        new OrganizationRoutes(database, reference, roster, texts, times),
                        new RulesRoutes(database, reference, ProfileLibrary.shipped(), texts, times),
                        new YearRoutes(database, reference, ProfileLibrary.shipped(), texts, times, settings.zone()),
                        new RosterRoutes(database, reference, keyer, texts, times),
                        intakes,
                        new PlanRoutes(database, reference, roster, texts, times, settings.zone()),
                        new NoticeRoutes(database, roster, texts, times),
                        new DiaryRoutes(database, texts, times),
                        new ContactRoutes(database, street, texts, times),
                        new HouseholdRoutes(database, street, texts, times),
                        new FigureRoutes(database, texts, times),
                        new QueueRoutes(database, views, times, shared),
                        new CodeRoutes(database, keys, revocations, views, times),
                        wall,
                        new SiteRoutes(database, reference, texts, times),
                        // what hangs at a name comes before what hangs at any id
                        new WindowRoutes(database, reference, texts, times),
                        new CalendarRoutes(database, reference, texts, times),
                        new AppointmentRoutes(database, reference, texts, times),
                        new ServiceRoutes(database, reference, texts, times),
                        new RotaRoutes(database, reference, texts, times, settings.zone()),
                        new StaffRoutes(database, reference, passwords, workshop, texts, times),
                        new KioskRoutes(database, codes, codePage, views, times, shared),
                        new CodeListRoutes(database, codes, texts, times),
                        new CareRoutes(database, reference, windows, texts, times),
                        new WindowPageRoutes(database, reference, windows, texts, times),
                        new QueueHostRoutes(database, reference, windows, texts, times),
                        new SoundRoutes(database, reference, windows, texts, times),
                        new MoveRoutes(database, reference, codes, codePage, windows, texts, times),
                        new ForkRoutes(database, texts, times),
                        new LeavingRoutes(database, texts, times),
                        new CarryingRoutes(database, street, texts, times),
                        new InboxRoutes(database, street, reference, roster, texts, times),
                        new MonthRoutes(database, street, texts, times),
                        new ReviewRoutes(database, street, views, times, shared),
                        new AccountPages(database, clock, passwords, sessions, vault, texts, times),
                        new TokenRoutes(database, texts, times),
                        new OrganizationReadRoutes(database, texts),
                        new ActivityReadRoutes(database, roster, texts, times, settings.zone()),
                        new LifeReadRoutes(database, roster, ProfileLibrary.shipped(), texts, times, settings.zone()),
                        new TrailRoutes(database, texts, times, settings.zone())));
    }

    private static Optional<ConsoleSettings.Tls> tls(ServerSettings settings, StreetIdentity identity) {
        return settings.console()
                .tls()
                .<ConsoleSettings.Tls>map(tls -> new ConsoleSettings.Tls.Files(tls.certificate(), tls.key()))
                .or(() ->
                        identity.console().map(issued -> new ConsoleSettings.Tls.Issued(issued.chain(), issued.key())));
    }

    private record Head(Database database, Texts texts, AlarmWords words) implements Headline {
        /// A destroyed page under the name must not take every other page with it.
        @Override
        public String street() {
            try {
                return database.read(handle -> handle.createQuery(
                                "SELECT name FROM organization WHERE street = 1 AND parent IS NULL")
                        .mapTo(String.class)
                        .findFirst()
                        .orElseGet(() -> texts.get("web.chrome.noStreet")));
            } catch (RuntimeException e) {
                if (SqliteFault.isDamage(e)) {
                    return texts.get("web.chrome.noStreet");
                }
                throw e;
            }
        }

        @Override
        public Optional<String> alarm() {
            return words.now();
        }
    }
}
