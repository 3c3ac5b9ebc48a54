package dev.rbee.service.queen.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A fifth of the requests may be run again, ten at once. */
class RetryBudgetTest {
    @Test
    void tenAtOnceThenOneInFive() {
        RetryBudget budget = new RetryBudget();
        budget.earn();
        int spent = 0;
        while (budget.spend()) {
            spent++;
        }
        assertEquals(10, spent);
        for (int i = 0; i < 4; i++) {
            budget.earn();
            assertFalse(budget.spend());
        }
        budget.earn();
        assertTrue(budget.spend());
        assertFalse(budget.spend());
    }
}
