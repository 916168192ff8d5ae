import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter, withNavigationErrorHandler } from '@angular/router';
import { showFailedNavigation } from './failed-navigation';

@Component({ template: '' })
class Blank {}

describe('a page whose code is gone', () => {
  const gone = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

  it('leads to the page that says so and knows the way back', async () => {
    const routes = [
      { path: 'players', loadComponent: gone },
      { path: 'unavailable', component: Blank },
    ];
    TestBed.configureTestingModule({
      providers: [provideRouter(routes, withNavigationErrorHandler(showFailedNavigation))],
    });
    const router = TestBed.inject(Router);
    await router.navigateByUrl('/players?search=a');
    expect(router.url).toBe('/unavailable?back=%2Fplayers%3Fsearch%3Da&why=page');
  });
});
