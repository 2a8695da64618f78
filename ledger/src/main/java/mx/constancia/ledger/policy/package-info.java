/** Trust policies (c2sp.org/tlog-policy): which log keys are known, and which witnesses must have cosigned. */
@NullMarked
package mx.constancia.ledger.policy;

import org.jspecify.annotations.NullMarked;
