// Reviewing by keyboard: what the page does without, it does faster with.
(function () {
  'use strict';

  function cases() {
    return Array.from(document.querySelectorAll('[data-case]'));
  }

  function current() {
    return document.activeElement ? document.activeElement.closest('[data-case]') : null;
  }

  function go(place) {
    const all = cases();
    if (all.length > 0) {
      const to = all[Math.max(0, Math.min(place, all.length - 1))];
      to.focus();
      to.scrollIntoView({ block: 'nearest' });
    }
  }

  function move(by) {
    const here = current();
    go(here ? cases().indexOf(here) + by : 0);
  }

  function pick(digit) {
    const here = current() || cases()[0];
    const choice = here && here.querySelector('[data-digit="' + digit + '"]');
    if (choice) {
      choice.checked = true;
      const words = choice.dataset.words && here.querySelector('input[name="' + choice.dataset.words + '"]');
      (words || choice).focus();
    }
  }

  function send() {
    const here = current();
    const form = here && here.querySelector('[data-choices]');
    if (form && form.querySelector('input[name="answer"]:checked')) {
      form.requestSubmit();
    }
  }

  function act(event) {
    switch (event.key) {
      case 'j':
      case 'ArrowDown':
        move(1);
        return true;
      case 'k':
      case 'ArrowUp':
        move(-1);
        return true;
      case 'z': {
        const undo = document.querySelector('#done button');
        if (undo) {
          undo.click();
        }
        return true;
      }
      case '?': {
        const keys = document.getElementById('keys');
        if (keys) {
          keys.open = !keys.open;
        }
        return true;
      }
      case 'Enter':
        send();
        return true;
      default:
        if (/^[1-9]$/.test(event.key)) {
          pick(event.key);
          return true;
        }
        return false;
    }
  }

  document.addEventListener('keydown', function (event) {
    const at = event.target;
    const writes = at.matches('input:not([type="radio"]), select, textarea');
    const presses = event.key === 'Enter' && at.matches('a, button, summary');
    if (cases().length === 0 && event.key !== 'z') {
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || writes || presses) {
      return;
    }
    if (act(event)) {
      event.preventDefault();
    }
  });

  document.addEventListener('DOMContentLoaded', function () {
    if (cases().length > 0) {
      go(Number(new URLSearchParams(window.location.search).get('at') || 0));
    }
  });
})();
