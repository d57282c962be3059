// Before anything is drawn: say that script runs, so that what only helps without it stays hidden.
document.documentElement.classList.replace("no-script", "script");
