package cn.dangqun.bench.made;

import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;

/// A roster as an office would hand it in: one sheet, people of two hundred branches, nobody twice. Nobody in it
/// exists.
public final class RosterSheet {
    public static final int BRANCHES = 200;

    private RosterSheet() {}

    /// Returns `file`, written with so many rows.
    public static Path write(Path file, int rows) throws IOException {
        try (var to = Files.newOutputStream(file);
                var workbook = new Workbook(to, "bench", "1.0")) {
            var sheet = workbook.newWorksheet("roster");
            var heads = new String[] {"姓名", "所在党支部", "人员类别", "性别", "民族", "学历", "联系电话", "入党时间"};
            for (int column = 0; column < heads.length; column++) {
                sheet.value(0, column, heads[column]);
            }
            for (int row = 1; row <= rows; row++) {
                sheet.value(row, 0, name(row));
                sheet.value(row, 1, "试验支部" + row % BRANCHES);
                sheet.value(row, 2, "正式党员");
                sheet.value(row, 3, row % 2 == 0 ? "男" : "女");
                sheet.value(row, 4, "汉族");
                sheet.value(row, 5, "本科");
                sheet.value(row, 6, "0371-%07d".formatted(row));
                sheet.value(row, 7, "1990-07-01");
            }
        }
        return file;
    }

    /// Three ideographs, nobody twice.
    private static String name(int row) {
        return "试" + Character.toString(0x4E00 + row % 5000) + Character.toString(0x5E00 + row / 5000);
    }

    /// What must be there before the sheet can be read: the street and its branches.
    public static List<ReferenceItem> branches() {
        var items = new ArrayList<ReferenceItem>();
        items.add(organization("street", Optional.empty(), OrganizationLevel.STREET_COMMITTEE, "试验街道"));
        for (int i = 0; i < BRANCHES; i++) {
            items.add(organization("b-" + i, Optional.of("street"), OrganizationLevel.BRANCH, "试验支部" + i));
        }
        return items;
    }

    private static ReferenceItem organization(
            String id, Optional<String> parent, OrganizationLevel level, String name) {
        return new ReferenceItem.OrganizationItem(new Organization(
                new OrganizationId(id), parent.map(OrganizationId::new), level, OrganizationClass.COMMUNITY, name));
    }
}
