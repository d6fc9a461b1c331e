// Light or dark: what was chosen before, or else what the reader's system says. Runs before anything is drawn.
const chosen = localStorage.getItem('theme');
if (chosen) {
    document.documentElement.setAttribute('data-theme', chosen);
}
