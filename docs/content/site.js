// What the pages do, with nothing from elsewhere: the theme, the menu, search, and one language at a time.
const root = document.documentElement.dataset.root;
const system = matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';

// Pictures come in two versions, which follow the system where no theme was chosen.
function showPictures() {
    for (const source of document.querySelectorAll('picture > source')) {
        source.media = isDark() ? 'all' : 'not all';
    }
}

document.getElementById('theme-button').addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    localStorage.setItem('theme', theme);
    document.documentElement.dataset.theme = theme;
    showPictures();
});
system.addEventListener('change', showPictures);
showPictures();

const menu = document.getElementById('fsdocs-main-menu');
document.getElementById('menu-button').addEventListener('click', () => menu.classList.toggle('open'));
const here = location.pathname.endsWith('/') ? location.pathname + 'index.html' : location.pathname;
const current = [...menu.querySelectorAll('a')].find(link => new URL(link.href).pathname === here);
if (current) {
    current.parentElement.classList.add('active');
    menu.scrollTop = current.offsetTop - menu.clientHeight / 2;
}

// "C#:", a block, "F#:", a block become two tabs, of which the reader's choice is shown on all pages.
function show(language) {
    for (const part of document.querySelectorAll('[data-language]')) {
        const isChosen = part.dataset.language === language;
        part.tagName === 'BUTTON' ? part.classList.toggle('chosen', isChosen) : part.hidden = !isChosen;
    }
}

for (const title of [...document.querySelectorAll('#content > p')].filter(p => p.textContent.trim() === 'C#:')) {
    const [csharp, other] = [title.nextElementSibling, title.nextElementSibling?.nextElementSibling];
    const fsharp = other?.nextElementSibling;
    if (other?.textContent.trim() !== 'F#:' || !fsharp) {
        continue;
    }

    const tabs = document.createElement('div');
    tabs.className = 'tabs';
    for (const [language, block] of [['C#', csharp], ['F#', fsharp]]) {
        const tab = document.createElement('button');
        tab.type = 'button';
        tab.textContent = tab.dataset.language = language;
        const panel = document.createElement('div');
        panel.dataset.language = language;
        block.replaceWith(panel);
        panel.append(block);
        tab.addEventListener('click', () => {
            localStorage.setItem('language', language);
            show(language);
        });
        tabs.append(tab);
    }

    title.replaceWith(tabs);
    other.remove();
}

show(localStorage.getItem('language') ?? 'C#');

// Search: pages with all the words, those that have them in the title first.
const dialog = document.getElementById('search');
const [box, list] = [dialog.querySelector('input'), dialog.querySelector('ul')];
let pages = null;
async function openSearch() {
    dialog.showModal();
    pages ??= await (await fetch(root + 'index.json')).json();
}

function find() {
    const words = box.value.toLowerCase().split(/\s+/).filter(word => word);
    const has = text => words.every(word => (text ?? '').toLowerCase().includes(word));
    const rank = page => has(page.title) ? 3 : has([page.headings].flat().join(' ')) ? 2 : has(page.title + page.content) ? 1 : 0;
    const found = words.length ? (pages ?? []).map(page => [rank(page), page]).filter(([points]) => points > 0) : [];
    found.sort(([a], [b]) => b - a);
    list.replaceChildren(...found.slice(0, 20).map(([, page]) => {
        const link = Object.assign(document.createElement('a'), { href: page.uri, textContent: page.title });
        const item = document.createElement('li');
        item.append(link);
        return item;
    }));
}

document.getElementById('search-button').addEventListener('click', openSearch);
box.addEventListener('input', find);
dialog.addEventListener('click', event => event.target === dialog && dialog.close());
addEventListener('keydown', event => {
    if (event.key === '/' && document.activeElement.tagName !== 'INPUT') {
        event.preventDefault();
        openSearch();
    }
});
