/// 党费: amounts that branches fixed, months that were paid, arrears, reductions with both approvals, the two forms and
/// the half-yearly notice (R-130 to R-136, OQ-33). No payment is handled; amounts are for those who may see them.
@NullMarked
package cn.dangqun.server.fees;

import org.jspecify.annotations.NullMarked;
