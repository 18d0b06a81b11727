package io.payscope.learning.feature;

import java.util.List;

/** Features of the two parties in the graph of payments, as of the last snapshot at least the label delay ago. */
final class GraphFeatures implements FeatureGroup {

    private static final String WHEN = " in the 30 x 24 h up to the snapshot: the last midnight UTC at least the label"
            + " delay ago; missing for a party without transactions there";

    private static final List<FeatureDefinition> DEFINITIONS = List.of(
            new FeatureDefinition("graph_payer_degree", "different payees of the payer" + WHEN, "the payer's payees"),
            new FeatureDefinition(
                    "graph_payer_shared",
                    "links of the payer over its payees to other payers" + WHEN,
                    "the payers who share payees with the payer"),
            new FeatureDefinition(
                    "graph_payer_risk",
                    "mean share of frauds over the different payees of the payer" + WHEN,
                    "the risk of the payer's payees"),
            new FeatureDefinition("graph_payee_degree", "different payers of the payee" + WHEN, "the payee's payers"),
            new FeatureDefinition(
                    "graph_payee_shared",
                    "links of the payee over its payers to other payees" + WHEN,
                    "the payees who share payers with the payee"),
            new FeatureDefinition(
                    "graph_payee_risk",
                    "mean of graph_payer_risk over the different payers of the payee" + WHEN,
                    "the risk of the payee's payers"));

    @Override
    public List<FeatureDefinition> definitions() {
        return DEFINITIONS;
    }

    @Override
    public void compute(Moment moment, double[] target, int at) {
        GraphSnapshot.Side payers = moment.graph().payers();
        GraphSnapshot.Side payees = moment.graph().payees();
        int payer = moment.graphPayer();
        int payee = moment.graphPayee();
        int i = at;
        target[i++] = payers.degree(payer);
        target[i++] = payers.shared(payer);
        target[i++] = payers.risk(payer);
        target[i++] = payees.degree(payee);
        target[i++] = payees.shared(payee);
        target[i] = payees.risk(payee);
    }
}
