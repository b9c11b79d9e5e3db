package cn.dangqun.server.codes;

import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.codes.SheetModel.Face;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Owner;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.Map;

/// The sheet of cards to print and cut. It shows full names, so each look is recorded.
final class SheetRoutes implements Routes {
    private final PrintDesk printing;
    private final CodeWords words;

    SheetRoutes(PrintDesk printing, CodeWords words) {
        this.printing = printing;
        this.words = words;
    }

    static String address(SheetId sheet) {
        return "/codes/sheets/" + sheet.value();
    }

    @Override
    public void mount(Entrance entrance) {
        var ofSheet = Subtree.of((handle, visit) -> SheetId.parse(visit.param("id"))
                .flatMap(id -> SheetStore.find(handle, id))
                .map(sheet -> CodeReader.branchOwner(handle, sheet.branch().value()))
                .orElseGet(Owner.Nobody::new));
        entrance.page(
                "/codes/sheets/:id",
                new Policy(BranchRoutes.ISSUES, ofSheet, Trace.look(Action.CODE_SHEET_SHOWN, "id")),
                this::show);
    }

    private Reply show(Visit visit) {
        return SheetId.parse(visit.param("id"))
                .flatMap(id -> printing.draw(id, visit.viewer().scope(), Actor.of(visit)))
                .<Reply>map(this::page)
                .orElseGet(Reply.NotFound::new);
    }

    private Reply page(PrintDesk.Sheet sheet) {
        var faces = sheet.cards().stream().map(this::face).toList();
        var model = SheetModel.of(BranchRoutes.address(sheet.branch()), faces, sheet.leftOut(), sheet.unaware());
        return Reply.page("codes/sheet", words.texts().get("codes.sheet.title"), Map.of("sheet", model));
    }

    private Face face(PrintDesk.Drawn drawn) {
        return new Face(
                drawn.branch().centre(),
                drawn.branch().name(),
                drawn.name().full(),
                drawn.card().serial().toString(),
                words.day(drawn.card().lastDay()),
                drawn.code());
    }
}
