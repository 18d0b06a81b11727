package io.payscope.datasets.quality;

/** The look of the page: light and dark by the reader's setting, tables as cards on a narrow screen. */
final class PageStyle {

    static final String CSS = """
        :root{color-scheme:light dark;--page:#fff;--ink:#1c2128;--soft:#59636e;--line:#d6dbe1;--fill:#f4f6f8;
        --bar:#3b6fb5;--bad:#b3261e;--warn-ink:#6a4a00;--warn:#fff4d6}
        @media(prefers-color-scheme:dark){:root{--page:#14181d;--ink:#e4e8ec;--soft:#9aa5b1;--line:#343c45;
        --fill:#1d232a;--bar:#7aa7e0;--bad:#ff8a80;--warn-ink:#ffdf9a;--warn:#3a2f12}}
        *{box-sizing:border-box}
        body{margin:0 auto;padding:1.5rem 1rem 3rem;max-width:72rem;background:var(--page);color:var(--ink);
        font:16px/1.5 system-ui,sans-serif}
        h1{font-size:1.5rem;line-height:1.25;margin:0 0 .25rem}
        h2{font-size:1.15rem;margin:2.25rem 0 .5rem}
        h3{font-size:1rem;margin:1.25rem 0 .35rem}
        h1,h2,h3,p{overflow-wrap:anywhere}
            p{margin:.35rem 0;max-width:46rem}
        .soft,.id{color:var(--soft);font-size:.9rem}
        .id,code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}
        .notices{background:var(--warn);color:var(--warn-ink);border-radius:.4rem;padding:.6rem .9rem .6rem 2rem;
        margin:1rem 0}
        .flow{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.5rem;margin:1rem 0}
        .flow div{background:var(--fill);border-radius:.4rem;padding:.5rem .75rem}
        .flow b{display:block;font-size:1.25rem;font-variant-numeric:tabular-nums}
        .flow span{color:var(--soft);font-size:.85rem}
        table{border-collapse:collapse;width:100%;font-size:.9rem}
        th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;
        overflow-wrap:anywhere}
        th{color:var(--soft);font-weight:600}
        .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        .bad{color:var(--bad)}
        svg{display:block;fill:var(--bar);max-width:100%}
        details{margin:.35rem 0}
        summary{cursor:pointer}
        @media(max-width:40rem){
        thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
        tr{display:block;border-bottom:1px solid var(--line);padding:.5rem 0}
        td,td.n{display:flex;justify-content:space-between;gap:1rem;border:0;padding:.1rem 0;text-align:right;
        white-space:normal}
        td::before{content:attr(data-l);color:var(--soft);text-align:left;flex:none;max-width:45%}
        td:empty{display:none}}
        """;

    private PageStyle() {}
}
