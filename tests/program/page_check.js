// SPDX-License-Identifier: MIT
// Put into a page by page.test.sh, and run there by a browser: says what is wrong with the page as it is shown.
"use strict";
const wrong = [];
const check = (holds, what) => { if (!holds) wrong.push(what); };
const all = (selector, from = document) => [...from.querySelectorAll(selector)];

// Every number opens its story, one at a time, within the window.
const stories = all(".report details");
for (const story of stories) {
    const summary = story.querySelector("summary"), told = story.querySelector(".story");
    const name = told.querySelector("h3").textContent;
    check(!told.checkVisibility(), `${name} is closed at first`);
    summary.click();
    const box = told.getBoundingClientRect();
    check(story.open && told.checkVisibility() && box.height > 0 && box.bottom <= innerHeight && box.right <= innerWidth, `${name} opens`);
    check(told.querySelectorAll("li").length > 0, `${name} says what it is made of`);
    check(document.getElementById(told.id) === told, `${name} has a name of its own`);
}
check(all("details[open]").length === 1, "one story at a time is open");
stories.forEach(story => { story.open = false; });

// What is shown adds up in both directions.
const cents = cell => Math.round(100 * Number((cell.querySelector("summary b")?.textContent ?? "0").replaceAll(",", "")));
const sum = numbers => numbers.reduce((a, b) => a + b, 0);
const rows = all(".report tbody tr").map(row => all("td.number", row).map(cents));
const total = rows.pop();
total.forEach((shown, i) => check(shown === sum(rows.map(row => row[i])), `column ${i + 1} adds up`));
for (const row of [...rows, total])
    check(row.length === 1 || row.at(-1) === sum(row.slice(0, -1)), `the row of ${row.at(-1) / 100} adds up`);

// What the chart has drawn is told, and counted by the test. It is drawn for a desk and for a phone, and shown once.
const charts = all("figure svg").filter(svg => svg.checkVisibility());
check(charts.length === 1, "one chart is shown");
const drawn = name => all("g > title", charts[0]).filter(title => title.textContent === name).map(title => title.parentNode);
const boxes = all("polygon", charts[0]).length;
const ranges = drawn("range as reported").map(group => (group.innerHTML.match(/ L/g) ?? []).length);
const marks = sum(drawn("assumed in part").map(group => all("text", group).length));
check(all("text", charts[0]).every(text => text.getBoundingClientRect().width > 0), "the chart's words are shown");

// Every digit is whole: within the window and whatever holds it, and nothing lies over it. Words of the chart are apart.
const within = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1;
const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!/\d/.test(node.textContent) || !parent.checkVisibility() || parent.closest("title, style, script")) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
        if (box.width === 0) continue;
        const name = `"${node.textContent.trim().slice(0, 40)}"`;
        check(within(box, {left: 0, right: innerWidth}), `${name} is within the window`);
        for (let holder = parent; holder !== null && holder !== document.documentElement; holder = holder.parentElement) {
            const cuts = getComputedStyle(holder).overflowX !== "visible" || holder.tagName === "svg";
            if (cuts) check(within(box, holder.getBoundingClientRect()), `${name} is cut`);
        }
        for (const x of [box.left + 2, (box.left + box.right) / 2, box.right - 2]) {
            const seen = document.elementFromPoint(x, (box.top + box.bottom) / 2);
            check(seen !== null && (parent.contains(seen) || seen.contains(parent)), `${name} is covered`);
        }
    }
}
const words = all("text", charts[0]).filter(text => text.textContent.trim() !== "").map(text => text.getBoundingClientRect());
words.forEach((one, i) => words.slice(i + 1).forEach(other => check(
    Math.min(one.right, other.right) - Math.max(one.left, other.left) < 1 ||
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) < 4, "the chart's words are apart")));

// It needs nothing else, fits its window, and can be read aloud.
check(performance.getEntriesByType("resource").length === 0, "nothing is fetched");
check(document.scripts.length === 1, "the page has no script of its own");
check(document.documentElement.scrollWidth <= innerWidth, "the page is no wider than its window");
check(all("th").every(head => head.scope !== ""), "each heading says what it heads");
check(document.querySelector(".report caption") !== null, "the table has a caption");
check(charts[0].getAttribute("role") === "img" && /\d/.test(charts[0].getAttribute("aria-label")), "the chart's numbers are words");
check(document.documentElement.lang === "en", "the page says its language");

const verdict = document.createElement("pre");
verdict.id = "verdict";
verdict.textContent = `${stories.length} stories, ${boxes} boxes, ${ranges} strokes, ${marks} marks; ` +
    (wrong.length === 0 ? "all is well" : `wrong: ${[...new Set(wrong)].slice(0, 9).join("; ")}`);
document.body.append(verdict);
parent.postMessage(verdict.textContent, "*"); // which page.test.sh has looking on, at several widths
