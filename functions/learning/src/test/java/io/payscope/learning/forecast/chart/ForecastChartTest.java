package io.payscope.learning.forecast.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ForecastChartTest {

    private static ForecastChart.Panel panel(String title, double[] history, double[] forecast) {
        double[][] band = {forecast, forecast};
        return new ForecastChart.Panel(
                title, Instant.EPOCH, Instant.EPOCH.plusSeconds(60), history, forecast, band, band);
    }

    @Test
    void everyPanelIsDrawnAndTheDocumentIsWellFormed() throws Exception {
        String svg = ForecastChart.svg(
                "bank <1> & others",
                List.of(
                        panel("volume", new double[] {1, Double.NaN, 3, 2}, new double[] {2, 3}),
                        panel("constant", new double[] {5, 5}, new double[] {5})));
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));

        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("bank <1> & others");
        // A gap splits the first history in two.
        assertThat(document.getElementsByTagName("polyline").getLength()).isEqualTo(3 + 2);
        assertThat(document.getElementsByTagName("polygon").getLength()).isEqualTo(4);
        assertThat(svg).doesNotContain("NaN");
    }
}
