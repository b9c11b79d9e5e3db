package cn.dangqun.server.wall;

import cn.dangqun.domain.wall.WallLife;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallVersion;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.content.ContentStore;
import cn.dangqun.server.content.PictureFault;
import cn.dangqun.server.content.PictureWords;
import cn.dangqun.server.content.PictureWorkshop;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.wall.VersionRoutes.Found;
import cn.dangqun.server.wall.WallStore.Stored;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.UploadRule;
import cn.dangqun.server.web.Visit;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The pictures of a version: looked at by whoever may see it; brought, described, ordered and taken away while it is
/// a draft. A PDF becomes one picture a page.
final class PictureRoutes implements Routes {
    private static final long FORM_BESIDES = 64 * 1024;
    private static final Pattern DEED = Pattern.compile("(earlier|remove)-(\\d{1,2})");

    private final Database database;
    private final WallDesk desk;
    private final VersionRoutes versions;
    private final PictureWorkshop workshop;
    private final Texts texts;
    private final PictureWords words;

    PictureRoutes(Database database, WallDesk desk, VersionRoutes versions, PictureWorkshop workshop, WallWords words) {
        this.database = database;
        this.desk = desk;
        this.versions = versions;
        this.workshop = workshop;
        this.texts = words.texts();
        this.words = new PictureWords(words.texts(), WallPicture.MOST);
    }

    static String address(WallPieceId id, int number) {
        return VersionRoutes.address(id) + "/pictures/" + number;
    }

    @Override
    public void mount(Entrance entrance) {
        var writes = Right.of(Permission.WRITE_WALL);
        entrance.page(
                "/wall/versions/:id/pictures/:number",
                new Policy(Right.signedIn(), versions.ofVersion(), Trace.none("what hangs for everybody to read")),
                this::picture);
        entrance.upload(
                "/wall/versions/:id/pictures",
                versions.may(writes, Action.WALL_WRITTEN),
                new UploadRule(workshop.arriving(), PictureWorkshop.LONGEST_FILE + FORM_BESIDES),
                this::bring);
        entrance.action("/wall/versions/:id/pictures/words", versions.may(writes, Action.WALL_WRITTEN), this::describe);
    }

    private Reply picture(Visit visit) {
        return versions.find(visit.viewer(), visit.param("id"))
                .flatMap(found -> numbered(pictures(found), visit.param("number")))
                .flatMap(picture -> database.read(
                        handle -> new ContentStore(handle).find(picture.file().id())))
                .<Reply>map(jpeg -> new Reply.Picture(ByteString.copyFrom(jpeg)))
                .orElseGet(Reply.NotFound::new);
    }

    private static List<WallPicture> pictures(Found found) {
        return found.stored().version().draft().pictures();
    }

    private static Optional<WallPicture> numbered(List<WallPicture> pictures, String number) {
        return Optional.of(number)
                .filter(each -> each.matches("[1-9]\\d?"))
                .map(Integer::parseInt)
                .filter(each -> each <= pictures.size())
                .map(each -> pictures.get(each - 1));
    }

    /// Drawn before anything is written: whoever waits for the file to be drawn holds up nobody else.
    private Reply bring(Visit visit) {
        var found = versions.find(visit.viewer(), visit.param("id"));
        if (found.isEmpty()) {
            return new Reply.NotFound();
        }
        int revision = WallForms.revision(visit);
        boolean writable = found.get().stored().version().life() instanceof WallLife.Draft
                && found.get().stored().revision() == revision;
        if (!writable) {
            return versions.page(409, visit, texts.get("wall.refusal.notNow"));
        }
        if (found.get().stored().version().slot().official()) {
            return versions.page(422, visit, texts.get("wall.refusal.pictureOfOfficialText"));
        }
        int room = WallPicture.MOST - pictures(found.get()).size();
        if (room <= 0) {
            return versions.page(422, visit, words.of(PictureFault.TOO_MANY_PAGES));
        }
        if (visit.upload().isEmpty()) {
            return versions.page(422, visit, texts.get("wall.picture.noFile"));
        }
        return switch (workshop.draw(visit.upload().get().file(), room)) {
            case PictureWorkshop.Result.Refused(var why) -> versions.page(422, visit, words.of(why));
            case PictureWorkshop.Result.Drawn(var drawings) -> {
                var remark = texts.get("wall.picture.added", drawings.size());
                yield versions.step(visit, each -> desk.add(each.id(), revision, drawings, remark, Actor.of(visit)));
            }
        };
    }

    /// The newest of the earlier versions that has pictures.
    static Optional<WallVersion> former(WallVersion version, List<Stored> shelf) {
        return shelf.stream()
                .map(Stored::version)
                .filter(each -> each.number() < version.number()
                        && !each.draft().pictures().isEmpty())
                .max(Comparator.comparingInt(WallVersion::number));
    }

    /// The words of all, and one deed beside; or what an earlier version showed.
    private Reply describe(Visit visit) {
        return visit.form("deed").equals("former") ? takeOver(visit) : rearrange(visit);
    }

    private Reply takeOver(Visit visit) {
        return versions.find(visit.viewer(), visit.param("id"))
                .filter(found -> pictures(found).isEmpty())
                .flatMap(found ->
                        former(found.stored().version(), shelf(found.stored().version())))
                .map(former -> versions.step(
                        visit,
                        each -> desk.show(
                                each.id(),
                                WallForms.revision(visit),
                                former.draft().pictures(),
                                texts.get("wall.picture.takenOver", former.number()),
                                Actor.of(visit))))
                .orElseGet(() -> versions.page(409, visit, texts.get("wall.refusal.notNow")));
    }

    private List<Stored> shelf(WallVersion version) {
        return database.read(handle -> versions.shelf(handle, version));
    }

    private Reply rearrange(Visit visit) {
        return versions.find(visit.viewer(), visit.param("id"))
                .map(found -> {
                    var pictures = new ArrayList<WallPicture>();
                    for (var each : pictures(found)) {
                        var words = visit.form("words-" + (pictures.size() + 1)).strip();
                        if (!WallPicture.mayBeWords(words)) {
                            return versions.page(
                                    422, visit, texts.get("wall.picture.badWords", WallPicture.LONGEST_WORDS));
                        }
                        pictures.add(each.saying(words));
                    }
                    var remark = arrange(pictures, visit.form("deed"));
                    return versions.step(
                            visit,
                            each -> desk.show(each.id(), WallForms.revision(visit), pictures, remark, Actor.of(visit)));
                })
                .orElseGet(Reply.NotFound::new);
    }

    /// What was done, in words for the record.
    private String arrange(List<WallPicture> pictures, String deed) {
        var asked = DEED.matcher(deed);
        int number = asked.matches() ? Integer.parseInt(asked.group(2)) : 0;
        if (number < 1 || number > pictures.size()) {
            return texts.get("wall.picture.described");
        }
        if (asked.group(1).equals("remove")) {
            pictures.remove(number - 1);
            return texts.get("wall.picture.removed", number);
        }
        if (number > 1) {
            Collections.swap(pictures, number - 2, number - 1);
        }
        return texts.get("wall.picture.ordered");
    }
}
