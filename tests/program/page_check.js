// SPDX-License-Identifier: MIT
// Put into a report's page by page.test.sh, and run there by a browser: says what is wrong with the page as it is shown.
"use strict";
const wrong = [];
const check = (holds, what) => { if (!holds) wrong.push(what); };
const all = (selector, from = document) => [...from.querySelectorAll(selector)];

// Every number opens its story, one at a time, within the window.
const stories = all("table.report details");
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
const rows = all("table.report tbody tr").map(row => all("td.number", row).map(cents));
const total = rows.pop();
total.forEach((shown, i) => check(shown === sum(rows.map(row => row[i])), `column ${i + 1} adds up`));
for (const row of [...rows, total])
    check(row.length === 1 || row.at(-1) === sum(row.slice(0, -1)), `the row of ${row.at(-1) / 100} adds up`);

// What the chart has drawn is told, and counted by the test.
const drawn = name => all("figure svg g > title").filter(title => title.textContent === name).map(title => title.parentNode);
const boxes = all("figure svg polygon").length;
const ranges = drawn("range as reported").map(group => (group.innerHTML.match(/ L/g) ?? []).length);
const marks = sum(drawn("assumed in part").map(group => all("text", group).length));
check(all("figure svg text").every(text => text.getBoundingClientRect().width > 0), "the chart's words are shown");

// It needs nothing else, fits a phone, and can be read aloud.
check(performance.getEntriesByType("resource").length === 0, "nothing is fetched");
check(document.scripts.length === 1, "the page has no script of its own");
check(document.documentElement.scrollWidth <= innerWidth, "the page is no wider than its window");
check(all("th").every(head => head.scope !== ""), "each heading says what it heads");
check(document.querySelector("table.report caption") !== null, "the table has a caption");
check(document.querySelector("figure svg[role=img]").getAttribute("aria-label").length > 10, "the chart has words");
check(document.documentElement.lang === "en", "the page says its language");

const verdict = document.createElement("pre");
verdict.id = "verdict";
verdict.textContent = `${stories.length} stories, ${boxes} boxes, ${ranges} strokes, ${marks} marks; ` +
    (wrong.length === 0 ? "all is well" : `wrong: ${wrong.join("; ")}`);
document.body.append(verdict);
